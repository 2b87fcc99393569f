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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue: newest arrival first, paged by key, without any content that a row does not show. */
@Repository
class QueueQueries {

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
            @Nullable Long after) {}

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
        var isOfficer = actor.is(Role.OFFICER);
        var plain = actor.is(Role.DISTRICT_ADMIN);
        var number =
                filter.words() == null ? null : TrackingId.read(filter.words()).orElse(null);
        var sql = new StringBuilder("select c.tracking_id, c.state, c.round, ")
                .append(
                        plain
                                ? "c.title"
                                : "case when c.secret and :hidesSecret then '' else c.redacted_title end as title")
                .append("""
                        , c.category, c.classification, c.classified, c.anonymous, c.secret, c.lead_agency, c.queued_at,
                        c.state_since, c.state = 'ANSWERED' and coalesce((select true from answer w
                            where w.tracking_id = c.tracking_id and w.round = c.round and w.approved_at is not null
                            and w.relayed_at is null limit 1), false) as approved
                        """);
        // Not `exists`: the planner would hash every answer there is for the sake of fifty rows.
        // An officer's rows are found through what the agencies may see; so is a filter by agency.
        var byAgency = isOfficer || filter.agency() != null;
        sql.append(
                byAgency
                        ? " from complaint_access x join complaint c on c.tracking_id = x.tracking_id where x.agency_code "
                                + oneOf(isOfficer ? actor.agencyCodes().size() : 1)
                        : " from complaint c where true");
        if (isOfficer && actor.agencyCodes().size() > 1) {
            sql.append("""
                     and x.agency_code = (select min(y.agency_code) from complaint_access y
                        where y.tracking_id = x.tracking_id and y.agency_code = any(:agencies))""");
        }
        if (isOfficer && filter.agency() != null) {
            sql.append("""
                     and exists (select from complaint_access z
                        where z.tracking_id = c.tracking_id and z.agency_code = :agency)""");
        }
        if (filter.state() != null) {
            sql.append(" and c.state = :state");
        }
        if (filter.deadline() != null) {
            sql.append(
                    " and c.tracking_id in (select k.tracking_id from clock k where k.stopped_at is null and k.step in"
                            + " ('FORWARD', 'ANSWER', 'REVIEW', 'RELAY', 'PROMISE') and ");
            sql.append(
                    filter.deadline() == Deadline.LATE
                            ? "k.breached_at is not null"
                            : "k.breached_at is null and k.warned_at is not null");
            sql.append(isOfficer ? " and k.owner = any(:agencies))" : ")");
        }
        if (number != null) {
            sql.append(" and c.tracking_id = :number");
        } else if (filter.words() != null) {
            sql.append(plain ? " and c.search" : " and c.redacted_search")
                    .append(" @@ websearch_to_tsquery('indonesian', :words)");
            if (actor.is(Role.SUPERVISOR)) {
                sql.append(" and not c.secret");
            }
        }
        if (filter.after() != null) {
            sql.append(byAgency ? " and (x.queued_at, x.tracking_id)" : " and (c.queued_at, c.tracking_id)")
                    // Not a row from one select: the index would not be entered at the place, but walked up to it.
                    .append(" < ((select a.queued_at from complaint a where a.tracking_id = :after), :after)");
        }
        sql.append(
                        byAgency
                                ? " order by x.queued_at desc, x.tracking_id desc"
                                : order(number == null && filter.words() != null))
                .append(" limit :limit");
        var agencies = isOfficer
                ? actor.agencyCodes().toArray(String[]::new)
                : new String[] {filter.agency() == null ? "" : filter.agency()};
        var rows = jdbc
                .sql(sql.toString())
                .param("hidesSecret", actor.is(Role.SUPERVISOR))
                .param("agencies", agencies)
                .param("agency", filter.agency())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("number", number == null ? null : number.value())
                .param("words", filter.words())
                .param("after", filter.after())
                .param("limit", Slice.SIZE + 1)
                .query(QueueQueries::row)
                .list()
                .stream()
                .map(row -> plain ? row : row.masked())
                .toList();
        return Slice.of(rows, row -> String.valueOf(row.trackingId()));
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

    /**
     * A search must not walk the whole queue for a word that hardly anybody uses, so its order is one that no index has:
     * the matches are found first and sorted then.
     */
    private static String order(boolean isSearch) {
        return isSearch
                ? " order by c.queued_at + interval '0' desc, c.tracking_id desc"
                : " order by c.queued_at desc, c.tracking_id desc";
    }
}
