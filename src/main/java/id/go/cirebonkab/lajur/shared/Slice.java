package id.go.cirebonkab.lajur.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is paged by key, never by offset.
 *
 * @param next the key from which the next page starts; {@code null} on the last one
 */
public record Slice<T>(List<T> rows, @Nullable String next) {

    /** Rows per page, everywhere. */
    public static final int SIZE = 50;

    /** Takes up to {@code SIZE + 1} rows as read; the surplus one only tells that there is a next page. */
    public static <T> Slice<T> of(List<T> read, Function<T, String> key) {
        if (read.size() <= SIZE) {
            return new Slice<>(List.copyOf(read), null);
        }
        var rows = List.copyOf(read.subList(0, SIZE));
        return new Slice<>(rows, key.apply(rows.get(SIZE - 1)));
    }
}
