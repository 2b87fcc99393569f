package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * For how long the personal data of ended complaints are kept, by class: looked at first, then run, and written down (UU
 * PDP 27/2022, article 16).
 */
@Service
public class Retention {

    /** So many at once: whoever presses the button waits for them. */
    static final int AT_ONCE = 200;

    private static final int LONGEST = 600;

    private static final String DUE = """
            c.state in ('CLOSED', 'ARCHIVED') and (c.erased_at is null or c.erased_at < c.state_since)
            and not exists (select from legal_hold h where h.tracking_id = c.tracking_id)
            """;

    private final JdbcClient jdbc;
    private final Erasure erasure;
    private final AuditLog audit;
    private final DomainClock clock;

    Retention(JdbcClient jdbc, Erasure erasure, AuditLog audit, DomainClock clock) {
        this.jdbc = jdbc;
        this.erasure = erasure;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One rule and what it would erase now.
     *
     * @param months since the complaint ended
     * @param oldest when the first of those that are due ended, domain time; {@code null} when none is
     */
    public record Rule(
            Classification classification,
            int months,
            long due,
            @Nullable Instant oldest) {}

    @Transactional(readOnly = true)
    public List<Rule> preview() {
        return Arrays.stream(Classification.values()).map(this::preview).toList();
    }

    private Rule preview(Classification classification) {
        var months = months(classification);
        return jdbc.sql("""
                        select count(*) as due, min(state_since) as oldest from complaint c
                        where %s and c.classification = :class and c.state_since < :before""".formatted(DUE))
                .param("class", classification.name())
                .param("before", Times.offset(before(months)))
                .query((row, number) ->
                        new Rule(classification, months, row.getLong("due"), Times.instantOrNull(row, "oldest")))
                .single();
    }

    /** @throws InvalidInput when it is no number of months from 1 to 600 */
    @Transactional
    public void change(Classification classification, @Nullable String months, Actor by) {
        var wanted = months(months);
        var before = months(classification);
        if (wanted == before) {
            return;
        }
        jdbc.sql("update retention_rule set months = ? where classification = ?")
                .params(wanted, classification.name())
                .update();
        audit.write(Entry.of(
                by,
                Deed.SETTING_CHANGED,
                "retention",
                classification.name(),
                before + " bulan menjadi " + wanted + " bulan"));
    }

    private static int months(@Nullable String typed) {
        try {
            var months = Integer.parseInt(typed == null ? "" : typed.strip());
            if (months >= 1 && months <= LONGEST) {
                return months;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new InvalidInput("bulan", "complaint.invalid.months", LONGEST);
    }

    /**
     * Erases what is due, oldest first, each complaint in a transaction of its own: what was done stays done.
     *
     * @return how many; more may be due
     */
    public int run(Actor by) {
        var erased = 0;
        for (var rule : preview()) {
            var words = "retensi " + rule.months() + " bulan";
            for (var id : due(rule, AT_ONCE - erased)) {
                erased += erasure.eraseByRule(new TrackingId(id), words, by) ? 1 : 0;
            }
        }
        audit.write(Entry.of(by, Deed.RETENTION_RUN, "retention", "-", erased + " pengaduan"));
        return erased;
    }

    private List<Long> due(Rule rule, int limit) {
        return jdbc.sql("""
                        select c.tracking_id from complaint c
                        where %s and c.classification = :class and c.state_since < :before
                        order by c.state_since limit :limit""".formatted(DUE))
                .param("class", rule.classification().name())
                .param("before", Times.offset(before(rule.months())))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private int months(Classification classification) {
        return jdbc.sql("select months from retention_rule where classification = ?")
                .params(classification.name())
                .query(Integer.class)
                .single();
    }

    private Instant before(int months) {
        return clock.today().minusMonths(months).atStartOfDay(DomainClock.WIB).toInstant();
    }
}
