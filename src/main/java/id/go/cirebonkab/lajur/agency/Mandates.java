package id.go.cirebonkab.lajur.agency;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import id.go.cirebonkab.lajur.shared.DomainClock;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Which officer may act for which agency: by a surat tugas, or for somebody on leave. The days are WIB, by the domain
 * clock. Pages ask what is held here for some seconds; a transition asks the database itself.
 */
@Component
public class Mandates {

    /** A letter that ends within so many days is spoken of, so that the next one is asked for in time. */
    public static final int SOON = 30;

    private final JdbcClient jdbc;
    private final DomainClock clock;
    private final Held<Map<Long, List<Mandate>>> held;

    Mandates(JdbcClient jdbc, DomainClock clock, Clock systemClock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.held = new Held<>(this::read, systemClock);
    }

    /** @param standsInFor the officer on leave, where it is not the officer's own letter */
    private record Mandate(
            long officerId,
            String agencyCode,
            LocalDate validFrom,
            LocalDate validUntil,
            @Nullable Long standsInFor) {

        boolean isValidOn(LocalDate day) {
            return hasBegunBy(day) && !day.isAfter(validUntil);
        }

        boolean hasBegunBy(LocalDate day) {
            return !day.isBefore(validFrom);
        }

        boolean isOwn() {
            return standsInFor == null;
        }
    }

    /**
     * An agency for which the officer soon may act no more, or already may not.
     *
     * @param daysLeft today is not counted; {@code null} when nothing is valid today
     */
    public record Ending(String agencyCode, @Nullable Long daysLeft) {

        public boolean hasEnded() {
            return daysLeft == null;
        }
    }

    /** Whose cases the officer reads: agencies for which he or she holds or held a letter, or stands in today. */
    public Set<String> readable(long officerId) {
        var today = clock.today();
        return codes(officerId, mandate -> mandate.isOwn() ? mandate.hasBegunBy(today) : mandate.isValidOn(today));
    }

    /** For which agencies the officer may act today. */
    public Set<String> valid(@Nullable Long officerId) {
        var today = clock.today();
        return officerId == null ? Set.of() : codes(officerId, mandate -> mandate.isValidOn(today));
    }

    /** The agencies for which somebody may act today. */
    public Set<String> served() {
        var today = clock.today();
        return held.get().values().stream()
                .flatMap(List::stream)
                .filter(mandate -> mandate.isValidOn(today))
                .map(Mandate::agencyCode)
                .collect(toSet());
    }

    /** The same, as the database has it at this moment. */
    public Set<String> validNow(@Nullable Long officerId) {
        return officerId == null
                ? Set.of()
                : jdbc.sql("""
                                select distinct agency_code from mandate
                                where officer_id = :officer and :day between valid_from and valid_until""")
                        .param("officer", officerId)
                        .param("day", clock.today())
                        .query(String.class)
                        .set();
    }

    /** What the officer should care for, by agency: letters of his or her own that have ended or end within {@link #SOON} days. */
    public List<Ending> endings(@Nullable Long officerId) {
        var today = clock.today();
        return officerId == null
                ? List.of()
                : own(officerId).collect(groupingBy(Mandate::agencyCode)).entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(letter -> letter.hasBegunBy(today)))
                        .map(entry -> new Ending(entry.getKey(), daysLeft(entry.getValue(), today)))
                        .filter(ending -> ending.daysLeft() == null || ending.daysLeft() <= SOON)
                        .sorted(Comparator.comparing(Ending::agencyCode))
                        .toList();
    }

    /** Until the last day without a gap: a letter that begins as the other ends goes on from it. */
    private static @Nullable Long daysLeft(List<Mandate> letters, LocalDate today) {
        var covered = today.minusDays(1);
        for (var end = endOf(letters, today); end.isPresent(); end = endOf(letters, covered.plusDays(1))) {
            covered = end.get();
        }
        return covered.isBefore(today) ? null : ChronoUnit.DAYS.between(today, covered);
    }

    private static Optional<LocalDate> endOf(List<Mandate> letters, LocalDate validOn) {
        return letters.stream()
                .filter(letter -> letter.isValidOn(validOn))
                .map(Mandate::validUntil)
                .max(Comparator.naturalOrder());
    }

    private Stream<Mandate> own(long officerId) {
        return held.get().getOrDefault(officerId, List.of()).stream().filter(Mandate::isOwn);
    }

    private Set<String> codes(long officerId, Predicate<Mandate> which) {
        return held.get().getOrDefault(officerId, List.of()).stream()
                .filter(which)
                .map(Mandate::agencyCode)
                .collect(toSet());
    }

    private Map<Long, List<Mandate>> read() {
        return jdbc
                .sql("select officer_id, agency_code, valid_from, valid_until, stands_in_for from mandate")
                .query(Mandate.class)
                .list()
                .stream()
                .collect(groupingBy(Mandate::officerId));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(RegistryChanged change) {
        held.forget();
    }
}
