package id.go.cirebonkab.lajur.notify;

import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.shared.Slice;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The notices as people see and steer them. */
@Service
public class Notices {

    private static final String ROW = """
            select n.id, n.tracking_id, n.kind, n.state, coalesce(a.alias, a.name) as agency_name, n.name, n.address,
                   n.created_at, n.attempts, n.next_attempt_at, n.sent_at, n.failure
            from notice n left join agency a on a.code = n.agency_code
            """;

    private final JdbcClient jdbc;
    private final Clock systemClock;
    private final Mailman mailman;
    private final MailPost post;

    Notices(JdbcClient jdbc, Clock systemClock, Mailman mailman, MailPost post) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
        this.mailman = mailman;
        this.post = post;
    }

    /**
     * One notice as listed. {@code createdAt} is a domain time, the others are system times.
     *
     * @param trackingId {@code null} for the link of an account
     * @param agencyName of an officer, or of the agency that nobody can be written to
     * @param failure the mail server's own words
     */
    public record NoticeRow(
            long id,
            @Nullable Long trackingId,
            NoticeKind kind,
            NoticeState state,
            @Nullable String agencyName,
            @Nullable String name,
            @Nullable String address,
            Instant createdAt,
            int attempts,
            Instant nextAttemptAt,
            @Nullable Instant sentAt,
            @Nullable String failure) {

        public boolean maySendAgain() {
            // The link of one that failed is gone: a new one has to be made.
            return state == NoticeState.WAITING || state == NoticeState.FAILED && !kind.isLink();
        }
    }

    /** Whether there is a mail server at all. */
    public boolean isMailSetUp() {
        return post.isThere();
    }

    /**
     * Newest first.
     *
     * @param state only those; all when {@code null}
     * @param after the id after which the page starts
     */
    public Slice<NoticeRow> list(@Nullable NoticeState state, @Nullable Long after) {
        // Two conditions and not one with "or", which no index answers: few fail among very many that were sent.
        var wanted = state == null ? "where n.id < :after" : "where n.state = :state and n.id < :after";
        var rows = jdbc.sql(ROW + wanted + " order by n.id desc limit :limit")
                .param("state", state == null ? null : state.name())
                .param("after", after == null ? Long.MAX_VALUE : after)
                .param("limit", Slice.SIZE + 1)
                .query(NoticeRow.class)
                .list();
        return Slice.of(rows, row -> String.valueOf(row.id()));
    }

    /** What was told about a case, oldest first: all of it to the desk, their own to officers, nothing to others. */
    public List<NoticeRow> of(TrackingId id, Actor actor) {
        return jdbc.sql(ROW + """
                        where n.tracking_id = :id
                        and (:all or n.officer_id = (select me.officer_id from account me where me.id = :actor))
                        order by n.id""")
                .param("id", id.value())
                .param("all", actor.is(Role.DISTRICT_ADMIN))
                .param("actor", actor.id())
                .query(NoticeRow.class)
                .list();
    }

    /**
     * Tries a notice now, at the address that the person has by now; the worker must find it committed.
     *
     * @throws InvalidInput when it is done with
     */
    public void sendAgain(long id) {
        var again = jdbc.sql("""
                        update notice n set state = 'WAITING', next_attempt_at = :now, failure = null,
                            address = coalesce(
                                (select nullif(btrim(o.email), '') from officer o where o.id = n.officer_id),
                                (select a.email from account a where a.id = n.account_id), n.address)
                        where n.id = :id and (n.state = 'WAITING' or n.state = 'FAILED' and n.tracking_id is not null)""")
                .param("now", Times.offset(systemClock.instant()))
                .param("id", id)
                .update();
        if (again == 0) {
            requireKnown(id);
            throw new InvalidInput("pemberitahuan", "notify.invalid.done");
        }
        mailman.resume();
    }

    private void requireKnown(long id) {
        var isKnown = jdbc.sql("select exists (select from notice where id = ?)")
                .params(id)
                .query(Boolean.class)
                .single();
        if (!isKnown) {
            throw new NotVisible("notice " + id);
        }
    }
}
