package id.go.cirebonkab.lajur.desk;

import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.Redaction;
import id.go.cirebonkab.lajur.complaint.State;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.shared.Slice;
import id.go.cirebonkab.lajur.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue: newest arrival first, paged by key, without any content that a row does not show. */
@Repository
class QueueQueries {

    /** How many of the newest tell whether a word is used often, and how many of them then have to have it. */
    private static final int NEAR = 500;

    private static final int OFTEN = 3;
    private static final int FARTHEST = 10_000;

    private static final String QUEUE_ORDER = " order by c.queued_at desc, c.tracking_id desc";

    /** One that no index has: the matches are found first and sorted then, instead of the whole queue being walked. */
    private static final String SEARCH_ORDER = " order by c.queued_at + interval '0' desc, c.tracking_id desc";

    private final JdbcClient jdbc;

    QueueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which clock a complaint of the queue has to have: one past due, or one nearly so. */
    enum Deadline {
        LATE,
        NEAR
    }

    /**
     * What is looked for; every part may be missing.
     *
     * @param words searched in title, content and place; a number is a tracking id
     * @param after the tracking id after which the page starts
     */
    record Filter(
            @Nullable State state,
            @Nullable String agency,
            @Nullable Deadline deadline,
            @Nullable String words,
            @Nullable Long after) {

        private @Nullable TrackingId number() {
            return words == null ? null : TrackingId.read(words).orElse(null);
        }

        private boolean isSearch() {
            return words != null && number() == null;
        }
    }

    /** One row; {@code title} is empty where the content is secret for the person. Times are domain times. */
    public record Row(
            long trackingId,
            State state,
            int round,
            String title,
            @Nullable String category,
            Classification classification,
            boolean classified,
            boolean anonymous,
            boolean secret,
            @Nullable String leadAgency,
            Instant queuedAt,
            Instant stateSince,
            boolean approved) {

        private Row masked() {
            return new Row(
                    trackingId,
                    state,
                    round,
                    title,
                    category == null ? null : Redaction.mask(category),
                    classification,
                    classified,
                    anonymous,
                    secret,
                    leadAgency,
                    queuedAt,
                    stateSince,
                    approved);
        }
    }

    /** The rows this person may see, in the order of the queue. */
    Slice<Row> list(Filter filter, Actor actor) {
        return Slice.of(found(filter, actor), row -> String.valueOf(row.trackingId()));
    }

    /**
     * A word that many use is met soon when one walks from the newest on; the index would have to bring all its matches
     * first. One that few use is the other way round. Which it is, the newest few hundred tell.
     */
    private List<Row> found(Filter filter, Actor actor) {
        if (!filter.isSearch() || byAgency(filter, actor)) {
            return read(filter, actor, null);
        }
        var near = read(filter, actor, NEAR);
        if (near.size() > Slice.SIZE) {
            return near;
        }
        if (near.size() >= OFTEN) {
            var far = read(filter, actor, Math.min(FARTHEST, NEAR * 2 * Slice.SIZE / near.size()));
            if (far.size() > Slice.SIZE) {
                return far;
            }
        }
        return read(filter, actor, null);
    }

    private static boolean byAgency(Filter filter, Actor actor) {
        return actor.is(Role.OFFICER) || filter.agency() != null;
    }

    /** @param walk how many rows of the queue a search looks through; {@code null} for all of them, by the index */
    private List<Row> read(Filter filter, Actor actor, @Nullable Integer walk) {
        var isOfficer = actor.is(Role.OFFICER);
        var plain = actor.is(Role.DISTRICT_ADMIN);
        var number = filter.number();
        var byAgency = byAgency(filter, actor);
        // An officer's rows are found through what the agencies may see; so is a filter by agency.
        var rows = new StringBuilder(
                byAgency
                        ? " from complaint_access x join complaint c on c.tracking_id = x.tracking_id where x.agency_code "
                                + oneOf(isOfficer ? actor.agencyCodes().size() : 1)
                        : " from complaint c where true");
        if (isOfficer && actor.agencyCodes().size() > 1) {
            rows.append("""
                     and x.agency_code = (select min(y.agency_code) from complaint_access y
                        where y.tracking_id = x.tracking_id and y.agency_code = any(:agencies))""");
        }
        if (isOfficer && filter.agency() != null) {
            rows.append("""
                     and exists (select from complaint_access z
                        where z.tracking_id = c.tracking_id and z.agency_code = :agency)""");
        }
        if (filter.state() != null) {
            rows.append(" and c.state = :state");
        }
        if (filter.deadline() != null) {
            rows.append(
                    " and c.tracking_id in (select k.tracking_id from clock k where k.stopped_at is null and k.step in"
                            + " ('FORWARD', 'ANSWER', 'REVIEW', 'RELAY', 'PROMISE') and ");
            rows.append(
                    filter.deadline() == Deadline.LATE
                            ? "k.breached_at is not null"
                            : "k.breached_at is null and k.warned_at is not null");
            rows.append(isOfficer ? " and k.owner = any(:agencies))" : ")");
        }
        if (number != null) {
            rows.append(" and c.tracking_id = :number");
        }
        if (filter.after() != null) {
            rows.append(byAgency ? " and (x.queued_at, x.tracking_id)" : " and (c.queued_at, c.tracking_id)")
                    // Not a row from one select: the index would not be entered at the place, but walked up to it.
                    .append(" < ((select a.queued_at from complaint a where a.tracking_id = :after), :after)");
        }
        if (walk != null) {
            rows.insert(0, " from (select c.*").append(QUEUE_ORDER).append(" limit :walk) c where true");
        }
        if (filter.isSearch()) {
            rows.append(plain ? " and c.search" : " and c.redacted_search")
                    .append(" @@ websearch_to_tsquery('indonesian', :words)");
            if (actor.is(Role.SUPERVISOR)) {
                rows.append(" and not c.secret");
            }
        }
        rows.append(
                        byAgency
                                ? " order by x.queued_at desc, x.tracking_id desc"
                                : filter.isSearch() ? SEARCH_ORDER : QUEUE_ORDER)
                .append(" limit :limit");
        var agencies = isOfficer
                ? actor.agencyCodes().toArray(String[]::new)
                : new String[] {filter.agency() == null ? "" : filter.agency()};
        return jdbc
                .sql(columns(plain) + rows)
                .param("hidesSecret", actor.is(Role.SUPERVISOR))
                .param("agencies", agencies)
                .param("agency", filter.agency())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("number", number == null ? null : number.value())
                .param("words", filter.words())
                .param("after", filter.after())
                .param("walk", walk)
                .param("limit", Slice.SIZE + 1)
                .query(QueueQueries::row)
                .list()
                .stream()
                .map(row -> plain ? row : row.masked())
                .toList();
    }

    /** Whether there is an approval: not by `exists`, or the planner would hash every answer for the sake of fifty rows. */
    private static String columns(boolean plain) {
        var title =
                plain ? "c.title" : "case when c.secret and :hidesSecret then '' else c.redacted_title end as title";
        return "select c.tracking_id, c.state, c.round, " + title + """
                , c.category, c.classification, c.classified, c.anonymous, c.secret, c.lead_agency, c.queued_at,
                c.state_since, c.state = 'ANSWERED' and coalesce((select true from answer w
                    where w.tracking_id = c.tracking_id and w.round = c.round and w.approved_at is not null
                    and w.relayed_at is null limit 1), false) as approved
                """;
    }

    /** By hand: reading fifty rows by reflection takes longer than finding them. */
    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("tracking_id"),
                State.valueOf(row.getString("state")),
                row.getInt("round"),
                row.getString("title"),
                row.getString("category"),
                Classification.valueOf(row.getString("classification")),
                row.getBoolean("classified"),
                row.getBoolean("anonymous"),
                row.getBoolean("secret"),
                row.getString("lead_agency"),
                Times.instant(row, "queued_at"),
                Times.instant(row, "state_since"),
                row.getBoolean("approved"));
    }

    /** With a single agency the index gives the rows in the order of the queue; with several it can't. */
    private static String oneOf(int agencies) {
        return agencies == 1 ? "= (:agencies)[1]" : "= any(:agencies)";
    }
}
