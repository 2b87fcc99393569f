package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@Repository
class WrittenLog implements AuditLog {

    private final JdbcClient jdbc;
    private final Clock systemClock;

    WrittenLog(JdbcClient jdbc, Clock systemClock) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
    }

    @Override
    @Transactional
    public void write(Entry entry) {
        jdbc.sql("""
                        insert into audit_entry (at, account_id, who, deed, kind, subject, detail, address)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Times.offset(systemClock.instant()),
                        entry.accountId(),
                        entry.who(),
                        entry.deed().name(),
                        entry.kind(),
                        entry.subject(),
                        entry.detail(),
                        address())
                .update();
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
