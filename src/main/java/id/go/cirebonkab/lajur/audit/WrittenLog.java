package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * One statement for an entry. Outside of a transaction it is a transaction by itself, and a plain read does not wait there
 * until the disk has it: a power failure may cost the reads of its last half second, never anything else.
 */
@Repository
class WrittenLog implements AuditLog {

    private static final Set<Deed> PLAIN_READS = EnumSet.of(Deed.READ_CASE, Deed.READ_FILE);

    private static final String WRITE = """
            insert into audit_entry (at, account_id, who, deed, kind, subject, detail, address)
            select ?, cast(? as bigint), ?, ?, ?, ?, ?, ?""";

    /** Until the end of this statement's own transaction. */
    private static final String UNHURRIED = " from set_config('synchronous_commit', 'off', true)";

    private final JdbcClient jdbc;
    private final Clock systemClock;

    WrittenLog(JdbcClient jdbc, Clock systemClock) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
    }

    @Override
    public void write(Entry entry) {
        jdbc.sql(waits(entry) ? WRITE : WRITE + UNHURRIED)
                .params(
                        Times.offset(systemClock.instant().truncatedTo(ChronoUnit.MICROS)),
                        entry.accountId(),
                        entry.who(),
                        entry.deed().name(),
                        entry.kind(),
                        entry.subject(),
                        entry.detail(),
                        address())
                .update();
    }

    private static boolean waits(Entry entry) {
        return !PLAIN_READS.contains(entry.deed()) || TransactionSynchronizationManager.isActualTransactionActive();
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
