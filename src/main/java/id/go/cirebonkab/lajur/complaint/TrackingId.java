package id.go.cirebonkab.lajur.complaint;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number by which LAPOR! and the citizen know a complaint: up to ten digits, shown as {@code #1916449}. */
public record TrackingId(long value) {

    private static final Pattern WRITTEN = Pattern.compile("#?0*([1-9][0-9]{0,9})");

    public TrackingId {
        if (value < 1 || value > 9_999_999_999L) {
            throw new IllegalArgumentException("a tracking id has one to ten digits: " + value);
        }
    }

    /** Reads {@code 1916449}, {@code #1916449} or {@code 001916449}; empty for anything else. */
    public static Optional<TrackingId> read(String text) {
        var matcher = WRITTEN.matcher(text.strip());
        return matcher.matches() ? Optional.of(new TrackingId(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    /** As people write it: {@code #1916449}. */
    @Override
    public String toString() {
        return "#" + value;
    }
}
