package id.go.cirebonkab.lajur.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times as people read them: WIB, in the language of the page. Templates know it as {@code times}. */
@Component("times")
public class DisplayTimes {

    private final Map<String, DateTimeFormatter> formats = new ConcurrentHashMap<>();
    private final DomainClock clock;
    private final MessageSource messages;

    DisplayTimes(DomainClock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** {@code Sen 23 Nov 2026, 16.00 WIB}. */
    public String full(@Nullable Instant time) {
        return time == null ? "" : format("EEE d MMM yyyy, HH.mm", time) + " WIB";
    }

    /** {@code 23 Nov 16.00}; for narrow places. */
    public String brief(@Nullable Instant time) {
        return time == null ? "" : format("d MMM HH.mm", time);
    }

    /** {@code Senin, 23 November 2026}. */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : formatter("EEEE, d MMMM yyyy").format(date);
    }

    /** ISO 8601 with offset, for machines: {@code 2026-11-23T16:00:00+07:00}. */
    public String iso(@Nullable Instant time) {
        return time == null
                ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        time.truncatedTo(ChronoUnit.SECONDS).atZone(DomainClock.WIB));
    }

    /** How far from the domain's now, in the largest unit that says enough: {@code 3 jam lagi}, {@code 2 hari lalu}. */
    public String ago(@Nullable Instant time) {
        if (time == null) {
            return "";
        }
        var span = Duration.between(clock.now(), time);
        if (span.isNegative() && span.abs().toMinutes() < 1) {
            return messages.getMessage("time.now", null, locale());
        }
        var key = span.isNegative() ? "time.past" : "time.future";
        return messages.getMessage(key, new Object[] {span(span.abs())}, locale());
    }

    /** {@code 3 jam}, {@code 2 hari}. */
    public String span(Duration span) {
        var minutes = span.toMinutes();
        if (minutes < 1) {
            return messages.getMessage("time.moment", null, locale());
        }
        if (minutes < 60) {
            return messages.getMessage("time.minutes", new Object[] {minutes}, locale());
        }
        if (minutes < 48 * 60) {
            return messages.getMessage("time.hours", new Object[] {minutes / 60}, locale());
        }
        return messages.getMessage("time.days", new Object[] {minutes / (24 * 60)}, locale());
    }

    private String format(String pattern, Instant time) {
        return formatter(pattern).format(time.atZone(DomainClock.WIB));
    }

    private DateTimeFormatter formatter(String pattern) {
        var locale = locale();
        return formats.computeIfAbsent(
                locale.toLanguageTag() + pattern, key -> DateTimeFormatter.ofPattern(pattern, locale));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
