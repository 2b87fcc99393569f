package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The books of the registry: whose turn it is to change it, and what was changed when by whom. */
@Component
class Registry {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final DomainClock clock;
    private final ApplicationEventPublisher events;

    Registry(JdbcClient jdbc, AuditLog audit, DomainClock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** What the history is about. */
    enum Kind {
        AGENCY,
        OFFICER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was done; stored by name. The words are under {@code agency.what.<name>}. */
    enum What {
        REGISTERED,
        CHANGED,
        RENAMED,
        MERGED,
        CLOSED,
        REOPENED,
        SWITCHED_OFF,
        SWITCHED_ON,
        LETTER_ADDED,
        LETTER_CHANGED,
        LETTER_WITHDRAWN,
        SCAN_ADDED,
        LEAVE_ADDED,
        LEAVE_CANCELLED
    }

    /** One row of the history. */
    record Event(
            Instant happenedAt,
            String who,
            What what,
            @Nullable String field,
            @Nullable String oldValue,
            @Nullable String newValue) {}

    /** Waits for its turn to change the registry, and has it until the transaction ends; returns the registry's number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long turn() {
        return jdbc.sql("select version from registry for update")
                .query(Long.class)
                .single();
    }

    /** The registry's number: it grows with every change. */
    long version() {
        return jdbc.sql("select version from registry").query(Long.class).single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Kind kind, Object subject, What what, List<Change> changes, Actor by) {
        var rows = changes.isEmpty() ? List.of(new Change("", null, null)) : changes;
        for (var change : rows) {
            jdbc.sql("""
                            insert into registry_history (kind, subject, happened_at, account_id, who, what, field, old_value, new_value)
                            values (:kind, :subject, :at, :account, :who, :what, nullif(:field, ''), :from, :to)""")
                    .param("kind", kind.word())
                    .param("subject", subject.toString())
                    .param("at", Times.offset(clock.now()))
                    .param("account", by.id())
                    .param("who", by.name())
                    .param("what", what.name())
                    .param("field", change.field())
                    .param("from", change.from())
                    .param("to", change.to())
                    .update();
        }
        jdbc.sql("update registry set version = version + 1").update();
        var words = changes.stream().map(Change::toString).collect(Collectors.joining("; "));
        audit.write(Entry.of(
                by, Deed.REGISTRY_CHANGED, kind.word(), subject, what + (words.isEmpty() ? "" : ": " + words)));
        events.publishEvent(new RegistryChanged());
    }

    /** Whether that field was changed within that time, by the domain clock; to be registered is no change. */
    boolean hasChanged(Kind kind, Object subject, String field, Duration within) {
        return jdbc.sql("""
                        select exists (select from registry_history where kind = :kind and subject = :subject
                            and field = :field and what <> 'REGISTERED' and happened_at > :since)""")
                .param("kind", kind.word())
                .param("subject", subject.toString())
                .param("field", field)
                .param("since", Times.offset(clock.now().minus(within)))
                .query(Boolean.class)
                .single();
    }

    /** Newest first. */
    List<Event> history(Kind kind, Object subject) {
        return jdbc.sql("""
                        select happened_at, who, what, field, old_value, new_value from registry_history
                        where kind = :kind and subject = :subject order by id desc limit 200""")
                .param("kind", kind.word())
                .param("subject", subject.toString())
                .query((row, number) -> new Event(
                        Times.instant(row, "happened_at"),
                        row.getString("who"),
                        What.valueOf(row.getString("what")),
                        row.getString("field"),
                        row.getString("old_value"),
                        row.getString("new_value")))
                .list();
    }
}
