package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a form, or stands in a row of a file, and gathers everything that is wrong with it. */
final class Fields {

    static final int LONGEST = 200;

    private static final Pattern PHONE = Pattern.compile("[+0-9(][0-9 ().-]{5,29}");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}([.][A-Za-z0-9-]{1,63}){1,8}");

    private final Function<String, @Nullable String> typed;
    private final List<InvalidInput> problems = new ArrayList<>();

    Fields(Function<String, @Nullable String> typed) {
        this.typed = typed;
    }

    /** Spaces of every kind become one, for names travel through forms, sheets and letters. */
    static @Nullable String tidy(@Nullable String text) {
        var tidy = text == null
                ? ""
                : text.replaceAll("[\\s\\p{Cntrl}\\u00a0]+", " ").strip();
        return tidy.isEmpty() ? null : tidy;
    }

    @Nullable
    String optional(String field) {
        var text = tidy(typed.apply(field));
        if (text != null && text.length() > LONGEST) {
            return wrong(field, "agency.invalid.longer", LONGEST);
        }
        return text;
    }

    /** Empty when it is missing, which is a problem. */
    String needed(String field, String missing) {
        if (tidy(typed.apply(field)) == null) {
            wrong(field, missing);
        }
        var text = optional(field);
        return text == null ? "" : text;
    }

    @Nullable
    String phone(String field) {
        return matching(field, PHONE, "agency.invalid.phone");
    }

    @Nullable
    String email(String field) {
        return matching(field, EMAIL, "agency.invalid.email");
    }

    @Nullable
    String matching(String field, Pattern pattern, String problem) {
        var text = optional(field);
        return text == null || pattern.matcher(text).matches() ? text : wrong(field, problem);
    }

    /** The first of all days when it is missing or none, which is a problem. */
    LocalDate day(String field) {
        var text = needed(field, "agency.invalid.date.missing");
        try {
            return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            wrong(field, "agency.invalid.date", text);
            return LocalDate.EPOCH;
        }
    }

    <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String field, String problem) {
        var text = optional(field);
        var found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> text != null && constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (found.isEmpty()) {
            wrong(field, problem, text == null ? "" : text);
        }
        return found.orElse(null);
    }

    /** A field that says yes or no; no when it is empty. */
    boolean yes(String field) {
        var text = optional(field);
        if (text != null && !List.of("ya", "tidak").contains(text.toLowerCase(Locale.ROOT))) {
            wrong(field, "agency.invalid.yes", text);
        }
        return "ya".equalsIgnoreCase(text);
    }

    <T> @Nullable T wrong(String field, String messageKey, Object... arguments) {
        problems.add(new InvalidInput(field, messageKey, arguments));
        return null;
    }

    boolean areRight() {
        return problems.isEmpty();
    }

    List<InvalidInput> problems() {
        return List.copyOf(problems);
    }

    /** @throws InvalidFields when something is wrong */
    void check() {
        if (!areRight()) {
            throw new InvalidFields(problems);
        }
    }
}
