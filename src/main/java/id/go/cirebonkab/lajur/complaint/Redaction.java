package id.go.cirebonkab.lajur.complaint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masks what points to a person in free Indonesian text, so that it can be indexed, exported and sent (UU 27/2022 on
 * personal data): NIK and KK numbers, phone numbers, e-mail addresses, licence plates, and account numbers of banks and
 * wallets. Everything else stays as it was written, amounts, dates, times, coordinates, customer and meter numbers and the
 * numbers of laws and reports included.
 *
 * <p>Each kind is found by a class of its own, one after the other; what one has found is no part of the text for the next.
 * The time is linear in the length of the text. Masking masked text changes nothing.
 */
public final class Redaction {

    enum Kind {
        NIK("[NIK disamarkan]"),
        PHONE("[nomor telepon disamarkan]"),
        MAIL("[surel disamarkan]"),
        PLATE("[plat nomor disamarkan]"),
        ACCOUNT("[nomor rekening disamarkan]");

        private final String mask;

        Kind(String mask) {
            this.mask = mask;
        }

        String mask() {
            return mask;
        }

        /** What the finders read in place of what is masked: neither letter nor digit nor separator. */
        char cover() {
            return (char) (FIRST_COVER + ordinal());
        }
    }

    /** A stretch of text that is masked. */
    record Item(Kind kind, int from, int to) {}

    private static final char FIRST_COVER = '\uE000';

    private static final List<Function<String, List<Item>>> NUMBERS = List.of(Accounts::in, PersonNumbers::in);
    private static final List<Function<String, List<Item>>> ALL =
            List.of(MailAddresses::in, Plates::in, Accounts::in, PersonNumbers::in);

    private static final Pattern MASKS = Pattern.compile(
            Arrays.stream(Kind.values()).map(kind -> Pattern.quote(kind.mask)).collect(Collectors.joining("|")));

    private Redaction() {}

    /** The text with everything that points to a person replaced by a word that says what stood there. */
    public static String mask(String text) {
        var out = new StringBuilder(text.length());
        int done = 0;
        for (var item : items(text)) {
            out.append(text, done, item.from()).append(item.kind().mask);
            done = item.to();
        }
        return out.append(text, done, text.length()).toString();
    }

    /** What {@link #mask} replaces, in the order of the text. */
    static List<Item> items(String text) {
        return items(text, ALL);
    }

    private static List<Item> items(String text, List<Function<String, List<Item>>> finders) {
        var found = new ArrayList<Item>();
        var rest = text.toCharArray();
        MASKS.matcher(text).results().forEach(mask -> cover(rest, mask.start(), mask.end(), kind(mask.group())));
        for (var finder : finders) {
            var items = finder.apply(new String(rest));
            items.forEach(item -> cover(rest, item.from(), item.to(), item.kind()));
            found.addAll(items);
        }
        found.sort(Comparator.comparingInt(Item::from));
        return found;
    }

    private static void cover(char[] text, int from, int to, Kind kind) {
        Arrays.fill(text, from, to, kind.cover());
    }

    private static Kind kind(String mask) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.mask.equals(mask))
                .findFirst()
                .orElseThrow();
    }

    static boolean isCover(char c) {
        return c >= FIRST_COVER && c < FIRST_COVER + Kind.values().length;
    }

    /** A number that is masked: its digits, a phone number as it is dialled at home. */
    record Number(String digits, boolean isNik) {}

    /** Each NIK, KK, phone and account number, those within e-mail addresses too. */
    static List<Number> numbers(String text) {
        return items(text, NUMBERS).stream()
                .map(item -> number(text.substring(item.from(), item.to()), item.kind() == Kind.NIK))
                .toList();
    }

    private static Number number(String written, boolean isNik) {
        var digits = new StringBuilder();
        written.chars().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return new Number(!isNik && digits.indexOf("62") == 0 ? "0" + digits.substring(2) : digits.toString(), isNik);
    }
}
