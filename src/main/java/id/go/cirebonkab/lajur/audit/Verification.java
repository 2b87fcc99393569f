package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.audit.Verdict.Fault;
import id.go.cirebonkab.lajur.audit.Verdict.Finding;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Goes through the whole chain and says what does not fit. Holds a few seals at a time. */
@Service
class Verification {

    private static final int SEALS_AT_ONCE = 20;
    private static final int LISTED = 100;

    /** Transactions are short and clocks are kept: an hour back in time is no accident. */
    private static final Duration DISORDER = Duration.ofHours(1);

    /** Longer than any transaction and than the pause between two seals. */
    private static final Duration STILL_WAITING = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Seals seals;
    private final Clock systemClock;

    Verification(JdbcClient jdbc, Seals seals, Clock systemClock) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.systemClock = systemClock;
    }

    /**
     * Seals what waits, and then looks at everything.
     *
     * @param noted the hash of a seal, as somebody wrote it down; looked for when there is one
     */
    Verdict verify(@Nullable String noted) {
        seals.sealNew();
        seals.sealLate();
        var walk = new Walk();
        walk.through();
        if (noted != null && !noted.isBlank() && !isKnown(noted.strip())) {
            walk.found(Fault.NOTED_UNKNOWN, null, null);
        }
        return new Verdict(walk.sealCount, walk.entryCount, walk.findings, walk.count, walk.last);
    }

    private boolean isKnown(String noted) {
        var hex = noted.toLowerCase(Locale.ROOT);
        return hex.matches("[0-9a-f]{64}")
                && jdbc.sql("select exists (select from audit_seal where hash = ?)")
                        .params(HexFormat.of().parseHex(hex))
                        .query(Boolean.class)
                        .single();
    }

    private final class Walk {

        private final List<Finding> findings = new ArrayList<>();
        private long count;
        private long sealCount;
        private long entryCount;
        private @Nullable Seal last;
        private Instant latest = Instant.MIN;

        void through() {
            for (var some = after(0);
                    !some.isEmpty();
                    some = after(some.get(some.size() - 1).id())) {
                var entries = entriesOf(some);
                some.forEach(seal -> check(seal, entries));
            }
            lookForUnsealed();
        }

        void found(Fault fault, @Nullable Long seal, @Nullable Long entry) {
            count++;
            if (findings.size() < LISTED) {
                findings.add(new Finding(fault, seal, entry));
            }
        }

        private List<Seal> after(long id) {
            return jdbc.sql("select " + Seal.COLUMNS + " from audit_seal where id > ? order by id limit ?")
                    .params(id, SEALS_AT_ONCE)
                    .query(Seal::of)
                    .list();
        }

        private Map<Long, LoggedEntry> entriesOf(List<Seal> some) {
            var ids = some.stream()
                    .flatMap(seal -> Arrays.stream(seal.entryIds()))
                    .toArray(Long[]::new);
            var entries = new HashMap<Long, LoggedEntry>(ids.length * 2);
            jdbc.sql("select " + LoggedEntry.COLUMNS + " from audit_entry where id = any(?)")
                    .params((Object) ids)
                    .query(LoggedEntry::of)
                    .list()
                    .forEach(entry -> entries.put(entry.id(), entry));
            return entries;
        }

        private void check(Seal seal, Map<Long, LoggedEntry> entries) {
            sealCount++;
            if (seal.id() != (last == null ? 0 : last.id()) + 1) {
                found(Fault.SEAL_REMOVED, seal.id(), null);
            } else if (!seal.follows(last == null ? Seal.NOTHING : last.hash())) {
                found(Fault.SEAL_DETACHED, seal.id(), null);
            }
            if (!seal.isWhole()) {
                found(Fault.SEAL_CHANGED, seal.id(), null);
            }
            last = seal;
            for (var position = 0; position < seal.entryIds().length; position++) {
                entryCount++;
                check(seal, position, entries.get(seal.entryIds()[position]));
            }
        }

        private void check(Seal seal, int position, @Nullable LoggedEntry entry) {
            if (entry == null) {
                found(Fault.ENTRY_REMOVED, seal.id(), seal.entryIds()[position]);
                return;
            }
            if (!seal.holds(position, entry)) {
                found(Fault.ENTRY_CHANGED, seal.id(), entry.id());
            } else if (latest != Instant.MIN && entry.at().isBefore(latest.minus(DISORDER))) {
                found(Fault.ENTRY_BACKDATED, seal.id(), entry.id());
            } else if (entry.at().isAfter(latest)) {
                latest = entry.at();
            }
        }

        private void lookForUnsealed() {
            var limit = systemClock.instant().minus(STILL_WAITING);
            var ids = jdbc.sql("""
                            select e.id from audit_entry e where e.at < ? and not exists (
                                select from (select unnest(entry_ids) as id from audit_seal) s where s.id = e.id)
                            order by e.id limit ?""")
                    .params(Times.offset(limit), LISTED)
                    .query(Long.class)
                    .list();
            ids.forEach(id -> found(Fault.ENTRY_UNSEALED, null, id));
        }
    }
}
