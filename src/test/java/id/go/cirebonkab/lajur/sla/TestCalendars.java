package id.go.cirebonkab.lajur.sla;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/** The calendar of 2026 and 2027 as the joint decrees set it, and times as people write them. */
final class TestCalendars {

    static final List<Ramadan> RAMADANS = List.of(
            new Ramadan(LocalDate.of(2026, 2, 19), LocalDate.of(2026, 3, 20)),
            new Ramadan(LocalDate.of(2027, 2, 8), LocalDate.of(2027, 3, 9)));

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private TestCalendars() {}

    static WorkingCalendar of2026And2027() {
        return new WorkingCalendar(daysOff(), RAMADANS);
    }

    static List<DayOff> daysOff() {
        return rows().stream()
                .map(row -> new DayOff(LocalDate.parse(row[0]), DayOff.Kind.valueOf(row[1]), row[2]))
                .toList();
    }

    /** Date, kind and name as they stand in the file. */
    static List<String[]> rows() {
        var file = Objects.requireNonNull(TestCalendars.class.getResourceAsStream("/holidays-2026-2027.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 2026-07-06 20:00} in WIB. */
    static Instant at(String text) {
        return LocalDateTime.parse(text, MINUTE).toInstant(ZoneOffset.ofHours(7));
    }

    static String written(Instant moment) {
        return MINUTE.format(moment.atOffset(ZoneOffset.ofHours(7)));
    }
}
