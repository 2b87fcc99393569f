package id.go.cirebonkab.lajur.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Which passwords are taken: long enough, and not among the first that anybody would guess, be it because they have leaked
 * elsewhere, follow a pattern, or are made of words about their owner or this house. No rule asks for kinds of letters.
 */
@Component
class PasswordRules {

    static final int SHORTEST = 12;
    /** In bytes; bcrypt takes no more. */
    static final int LONGEST = 72;

    /** Of 0 to 4: at least 10^8 guesses. */
    private static final int GOOD_ENOUGH = 3;

    private static final List<String> OF_THIS_HOUSE = List.of(
            "lajur", "lapor", "cirebon", "kabupaten", "pengaduan", "petugas", "diskominfo", "password", "sandi");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Zxcvbn guesser = new Zxcvbn();
    private final PasswordEncoder encoder;

    PasswordRules(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * The hash of a password that may be taken.
     *
     * @param own what is known of its owner: user name, name, agency
     * @throws InvalidInput for the field {@code sandi}
     */
    String hashed(@Nullable String password, String... own) {
        return Objects.requireNonNull(encoder.encode(checked(password, own)));
    }

    String checked(@Nullable String password, String... own) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            throw new InvalidInput("sandi", "account.invalid.password", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new InvalidInput("sandi", "account.invalid.password.long", LONGEST);
        }
        var words = Stream.concat(OF_THIS_HOUSE.stream(), Stream.of(own).flatMap(PasswordRules::words))
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        if (score(password, words) < GOOD_ENOUGH || score(without(words, password), words) < GOOD_ENOUGH) {
            throw new InvalidInput("sandi", "account.invalid.password.guessed");
        }
        return password;
    }

    private int score(String password, List<String> words) {
        return guesser.measure(password, words).getScore();
    }

    /** What is left when the words that anybody may know are taken out has to be good enough by itself. */
    private static String without(List<String> words, String password) {
        var rest = password.toLowerCase(Locale.ROOT);
        for (var word : words) {
            rest = rest.replace(word, "");
        }
        return rest;
    }

    private static Stream<String> words(String own) {
        var lower = own.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(lower), BETWEEN_WORDS.splitAsStream(lower))
                .filter(word -> word.length() > 2)
                .distinct();
    }
}
