package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain of seals. Whoever writes an entry knows nothing of it and waits for nobody. */
@Repository
class Seals {

    /** Entries in one seal at most. */
    static final int AT_ONCE = 1_000;

    private static final int ROUNDS = 1_000;

    /** A number of our own among PostgreSQL's advisory locks. */
    private static final long LOCK = 12_626_610;

    /** No transaction stays open for so long, so what is in no seal by then never will be. */
    private static final Duration LATEST = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final Clock systemClock;

    Seals(JdbcClient jdbc, PlatformTransactionManager transactions, Clock systemClock) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.systemClock = systemClock;
    }

    /** Seals what was written since the newest seal; returns how many entries. */
    int sealNew() {
        return inRounds(this::newEntries);
    }

    /** Ids are given out before the commit: seals what was committed after greater ids had been sealed. */
    int sealLate() {
        return inRounds(this::lateEntries);
    }

    Optional<Seal> newest() {
        return jdbc.sql("select " + Seal.COLUMNS + " from audit_seal order by id desc limit 1")
                .query(Seal::of)
                .optional();
    }

    private interface Waiting {
        List<LoggedEntry> after(long upto);
    }

    private int inRounds(Waiting waiting) {
        var sealed = 0;
        for (var round = 0; round < ROUNDS; round++) {
            int now = alone.execute(status -> isOnlyOne() ? seal(waiting) : 0);
            sealed += now;
            if (now < AT_ONCE) {
                break;
            }
        }
        return sealed;
    }

    /** Until the end of the transaction: another node that seals at this moment does it for us. */
    private boolean isOnlyOne() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .params(LOCK)
                .query(Boolean.class)
                .single();
    }

    private int seal(Waiting waiting) {
        var last = newest();
        var upto = last.isEmpty() ? 0 : upto();
        var entries = waiting.after(upto);
        if (entries.isEmpty()) {
            return 0;
        }
        var seal = Seal.on(
                last.map(Seal::hash).orElse(Seal.NOTHING),
                last.map(Seal::id).orElse(0L) + 1,
                systemClock.instant().truncatedTo(ChronoUnit.MICROS),
                entries);
        jdbc.sql("""
                        insert into audit_seal (id, sealed_at, entry_ids, entry_hashes, previous, hash, upto)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        seal.id(),
                        Times.offset(seal.sealedAt()),
                        seal.entryIds(),
                        seal.entryHashes(),
                        seal.previous(),
                        seal.hash(),
                        Math.max(upto, entries.get(entries.size() - 1).id()))
                .update();
        return entries.size();
    }

    private long upto() {
        return jdbc.sql("select upto from audit_seal order by id desc limit 1")
                .query(Long.class)
                .single();
    }

    private List<LoggedEntry> newEntries(long upto) {
        return jdbc.sql("select " + LoggedEntry.COLUMNS + " from audit_entry where id > ? order by id limit ?")
                .params(upto, AT_ONCE)
                .query(LoggedEntry::of)
                .list();
    }

    private List<LoggedEntry> lateEntries(long upto) {
        var since = systemClock.instant().minus(LATEST);
        return jdbc.sql("select " + LoggedEntry.COLUMNS + """
                         from audit_entry e where e.at >= :since and e.id <= :upto and not exists (
                            select from (select unnest(entry_ids) as id from audit_seal where sealed_at >= :seals) s
                            where s.id = e.id)
                        order by e.id limit :limit""")
                .param("since", Times.offset(since))
                // The clocks of two nodes may differ.
                .param("seals", Times.offset(since.minus(Duration.ofHours(1))))
                .param("upto", upto)
                .param("limit", AT_ONCE)
                .query(LoggedEntry::of)
                .list();
    }
}
