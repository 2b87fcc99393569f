package id.go.cirebonkab.lajur.intake;

import static id.go.cirebonkab.lajur.shared.DomainClock.WIB;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment as gateways and mails write it: ISO 8601, {@code d-m-Y H:i:s}, "Senin, 6 Juli 2026 pukul 20.00 WIB", or
 * seconds since 1970. Without an offset it is WIB; without a time of day it is the day's first moment.
 */
final class WrittenTime {

    private static final int LONGEST = 60;
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(9_999_999_999L);
    private static final Pattern EPOCH = Pattern.compile("[0-9]{9,10}(\\.[0-9]{1,9})?");

    private static final String CLOCK =
            "(?:(?:\\s*,)?\\s*(?:t|pukul|jam|at|-)?\\s*(?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{2})"
                    + "(?:[:.](?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}))?)?)?";
    private static final String ZONE = "\\s*(?<zone>z|utc|gmt|wib|wita|wit|[+-][0-9]{2}(?::?[0-9]{2})?)?";

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>[0-9]{4})([-/])(?<month>[0-9]{1,2})\\2(?<day>[0-9]{1,2})" + CLOCK + ZONE);
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:[a-z']{4,9}\\s*,\\s*)?(?<day>[0-9]{1,2})([-/. ])(?<month>[0-9]{1,2}|[a-z]{3,9})\\2(?<year>[0-9]{4})"
                    + CLOCK + ZONE);

    /** By their first letters, Indonesian and English. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan"),
            List.of("feb", "peb"),
            List.of("mar"),
            List.of("apr"),
            List.of("mei", "may"),
            List.of("jun"),
            List.of("jul"),
            List.of("agu", "aug", "ags"),
            List.of("sep"),
            List.of("okt", "oct"),
            List.of("nov", "nop"),
            List.of("des", "dec"));

    private WrittenTime() {}

    /** Empty where it is in no such form, or on a day or at an hour that does not exist. */
    static Optional<Instant> read(String text) {
        var written = text.strip().toLowerCase(Locale.ROOT);
        if (written.isEmpty() || written.length() > LONGEST) {
            return Optional.empty();
        }
        if (EPOCH.matcher(written).matches()) {
            return ofEpoch(new BigDecimal(written));
        }
        for (var form : List.of(YEAR_FIRST, DAY_FIRST)) {
            var matcher = form.matcher(written);
            if (matcher.matches()) {
                return ofParts(matcher);
            }
        }
        return Optional.empty();
    }

    /** Empty before 1970 and after 2286: such a number counts milliseconds, or nothing. */
    static Optional<Instant> ofEpoch(BigDecimal seconds) {
        if (seconds.signum() < 0 || seconds.compareTo(LAST_SECOND) > 0) {
            return Optional.empty();
        }
        long micros = seconds.movePointRight(6).longValue();
        return Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private static Optional<Instant> ofParts(Matcher parts) {
        try {
            var date = LocalDate.of(number(parts, "year"), month(parts.group("month")), number(parts, "day"));
            var time = LocalTime.of(number(parts, "hour"), number(parts, "minute"), number(parts, "second"))
                    .plusNanos(nanos(parts.group("fraction")));
            return Optional.of(
                    moment(LocalDateTime.of(date, time), parts.group("zone")).truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, String name) {
        var digits = parts.group(name);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static long nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9));
    }

    private static int month(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        for (int month = 0; month < MONTHS.size(); month++) {
            if (MONTHS.get(month).contains(written.substring(0, 3))) {
                return month + 1;
            }
        }
        return 0;
    }

    private static Instant moment(LocalDateTime local, @Nullable String zone) {
        if (zone == null || zone.equals("wib")) {
            return local.atZone(WIB).toInstant();
        }
        return switch (zone) {
            case "z", "utc", "gmt" -> local.toInstant(ZoneOffset.UTC);
            case "wita" -> local.toInstant(ZoneOffset.ofHours(8));
            case "wit" -> local.toInstant(ZoneOffset.ofHours(9));
            default -> local.toInstant(ZoneOffset.of(zone));
        };
    }
}
