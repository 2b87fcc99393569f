package id.go.cirebonkab.lajur.simulator;

import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the imitated portal remembers. It knows every tracking id it is asked about, however that reached Lajur. Its
 * transactions are its own and end with the method, so that a slow portal holds no connection while it dawdles.
 */
@Component
@Profile("coba")
class SimulatedPortal {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DomainClock clock;
    private final Numbers numbers;

    /** @param schema must be there before anything is read */
    SimulatedPortal(
            JdbcClient jdbc, DataSource dataSource, DomainClock clock, Numbers numbers, SimulatorSchema schema) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.clock = clock;
        this.numbers = numbers;
    }

    enum Status {
        NEW("Belum Ditindaklanjuti"),
        PROCESSED("Sedang Diproses"),
        REJECTED("Bukan Wewenang");

        /** As the portal says it; these are its words, not the screen's. */
        final String title;

        Status(String title) {
            this.title = title;
        }
    }

    /** A report; all but its number and times is unknown when it was not written here. */
    record Report(
            long trackingId,
            boolean writtenHere,
            @Nullable String title,
            @Nullable String content,
            @Nullable String category,
            @Nullable String classification,
            @Nullable LocalDate dateOfIncident,
            @Nullable String location,
            boolean anonymous,
            boolean secret,
            @Nullable String reporterName,
            Status status,
            Instant createdAt,
            Instant updatedAt) {}

    /** What Lajur is told; {@code outcome} is null until it was taken on its way. */
    record Notification(
            long id,
            long trackingId,
            boolean reply,
            Way way,
            String content,
            String body,
            Instant createdAt,
            @Nullable Integer httpStatus,
            @Nullable String outcome,
            @Nullable String detail) {

        boolean isDelivered() {
            return outcome != null;
        }
    }

    record StatusNote(long trackingId, String note, Instant createdAt) {}

    /** A follow-up as it was posted; ids and codes are kept as they came. */
    record FollowUp(
            long id,
            long trackingId,
            @Nullable String userId,
            @Nullable String institutionFromId,
            @Nullable String institutionToId,
            @Nullable String infoDisposition,
            @Nullable String templateCode,
            @Nullable String rating,
            boolean secret,
            String content,
            Instant createdAt) {}

    record Document(
            long id,
            @Nullable Long followUpId,
            String fileName,
            @Nullable String contentType,
            long size) {}

    PortalState state() {
        return jdbc.sql("select state from simulasi.portal where id = 1")
                .query((row, position) -> PortalState.valueOf(row.getString(1)))
                .single();
    }

    void switchTo(PortalState state) {
        jdbc.sql("update simulasi.portal set state = ? where id = 1")
                .param(state.name())
                .update();
    }

    /** Keeps a new report under a number of its own, with the notification about it. */
    Notification write(ReportForm form, Way way) {
        return inTransaction(() -> {
            var now = clock.now();
            var trackingId = insert(form, now);
            var body = NotificationBody.of(trackingId, form, now);
            return insert(trackingId, false, way, form.content(), body, now);
        });
    }

    /** Keeps what a citizen adds, to whatever report. */
    Notification reply(long trackingId, String content, Way way) {
        return inTransaction(() -> {
            var now = clock.now();
            touch(trackingId, now);
            var report = find(trackingId).orElseThrow();
            return insert(trackingId, true, way, content, NotificationBody.ofReply(report, content, now), now);
        });
    }

    void note(Notification notification, @Nullable Integer httpStatus, @Nullable String outcome, String detail) {
        // What was taken once stays taken, even if it is then sent again in vain.
        jdbc.sql("""
                        update simulasi.notification
                        set http_status = :status, outcome = coalesce(:outcome, outcome), detail = :detail
                        where id = :id""")
                .param("status", httpStatus)
                .param("outcome", outcome)
                .param("detail", detail)
                .param("id", notification.id())
                .update();
    }

    /** Takes an agency's answer; its id. */
    long take(FollowUp followUp, List<Document> files) {
        return inTransaction(() -> {
            var now = clock.now();
            touch(followUp.trackingId(), now);
            setStatus(followUp.trackingId(), Status.PROCESSED);
            var id = jdbc.sql("""
                            insert into simulasi.follow_up (tracking_id, user_id, institution_from_id, institution_to_id,
                                info_disposition, template_code, rating, secret, content, created_at)
                            values (:tracking, :user, :from, :to, :info, :template, :rating, :secret, :content, :now)
                            returning id""")
                    .param("tracking", followUp.trackingId())
                    .param("user", followUp.userId())
                    .param("from", followUp.institutionFromId())
                    .param("to", followUp.institutionToId())
                    .param("info", followUp.infoDisposition())
                    .param("template", followUp.templateCode())
                    .param("rating", followUp.rating())
                    .param("secret", followUp.secret())
                    .param("content", followUp.content())
                    .param("now", Times.offset(now))
                    .query(Long.class)
                    .single();
            files.forEach(file -> keep(id, file));
            return id;
        });
    }

    /** Takes "bukan wewenang". */
    void reject(long trackingId, String reason) {
        transaction.executeWithoutResult(status -> {
            var now = clock.now();
            touch(trackingId, now);
            setStatus(trackingId, Status.REJECTED);
            jdbc.sql("insert into simulasi.status_log (tracking_id, note, created_at) values (?, ?, ?)")
                    .params(trackingId, reason, Times.offset(now))
                    .update();
        });
    }

    List<Long> keep(List<Document> files) {
        return inTransaction(() -> files.stream().map(file -> keep(null, file)).toList());
    }

    Optional<Report> find(long trackingId) {
        return jdbc.sql("select * from simulasi.report where tracking_id = ?")
                .param(trackingId)
                .query(SimulatedPortal::report)
                .optional();
    }

    /** The newest reports, {@code after} the key of the page before. */
    List<Report> newest(int count, @Nullable Report after) {
        return jdbc.sql("""
                        select * from simulasi.report
                        where cast(:time as timestamptz) is null or (created_at, tracking_id) < (:time, :id)
                        order by created_at desc, tracking_id desc limit :count""")
                .param("time", after == null ? null : Times.offset(after.createdAt()))
                .param("id", after == null ? 0 : after.trackingId())
                .param("count", count)
                .query(SimulatedPortal::report)
                .list();
    }

    /** A page of what citizens wrote here, in the order of its changes; one more than a page when there is a next. */
    List<Report> changed(@Nullable Instant after, int page) {
        return jdbc.sql("""
                        select * from simulasi.report
                        where written_here and (cast(:after as timestamptz) is null or updated_at > :after)
                        order by updated_at, tracking_id limit :count offset :skipped""")
                .param("after", Times.offset(after))
                .param("count", PAGE + 1)
                .param("skipped", (page - 1L) * PAGE)
                .query(SimulatedPortal::report)
                .list();
    }

    static int pageSize() {
        return PAGE;
    }

    List<FollowUp> followUps(List<Long> trackingIds) {
        if (trackingIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from simulasi.follow_up where tracking_id in (:ids) order by id")
                .param("ids", trackingIds)
                .query(SimulatedPortal::followUp)
                .list();
    }

    List<Document> documents(List<Long> followUpIds) {
        if (followUpIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from simulasi.document where follow_up_id in (:ids) order by id")
                .param("ids", followUpIds)
                .query((row, position) -> new Document(
                        row.getLong("id"),
                        row.getLong("follow_up_id"),
                        row.getString("file_name"),
                        row.getString("content_type"),
                        row.getLong("size")))
                .list();
    }

    List<StatusNote> statusNotes(List<Long> trackingIds) {
        if (trackingIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from simulasi.status_log where tracking_id in (:ids) order by id")
                .param("ids", trackingIds)
                .query((row, position) ->
                        new StatusNote(row.getLong("tracking_id"), row.getString("note"), instant(row, "created_at")))
                .list();
    }

    List<Notification> notifications(List<Long> trackingIds) {
        if (trackingIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from simulasi.notification where tracking_id in (:ids) order by id")
                .param("ids", trackingIds)
                .query(SimulatedPortal::notification)
                .list();
    }

    private long insert(ReportForm form, Instant now) {
        for (var tries = 0; tries < 100; tries++) {
            var inserted = jdbc.sql("""
                            insert into simulasi.report (tracking_id, written_here, title, content, category,
                                classification, date_of_incident, location, anonymous, secret, reporter_name,
                                created_at, updated_at)
                            values (:id, true, :title, :content, :category, :classification, :day, :location,
                                :anonymous, :secret, :name, :now, :now)
                            on conflict do nothing returning tracking_id""")
                    .param("id", numbers.next())
                    .param("title", form.title())
                    .param("content", form.content())
                    .param("category", form.category())
                    .param("classification", form.classification())
                    .param("day", form.dateOfIncident())
                    .param("location", form.location())
                    .param("anonymous", form.anonymous())
                    .param("secret", form.secret())
                    .param("name", form.reporterName())
                    .param("now", Times.offset(now))
                    .query(Long.class)
                    .optional();
            if (inserted.isPresent()) {
                return inserted.get();
            }
        }
        throw new IllegalStateException("no free tracking id was found");
    }

    private Notification insert(long trackingId, boolean reply, Way way, String content, String body, Instant now) {
        return jdbc.sql("""
                        insert into simulasi.notification (tracking_id, kind, way, content, body, created_at)
                        values (:tracking, :kind, :way, :content, :body, :now) returning *""")
                .param("tracking", trackingId)
                .param("kind", reply ? "REPLY" : "REPORT")
                .param("way", way.name())
                .param("content", content)
                .param("body", body)
                .param("now", Times.offset(now))
                .query(SimulatedPortal::notification)
                .single();
    }

    private void touch(long trackingId, Instant now) {
        jdbc.sql("""
                        insert into simulasi.report (tracking_id, written_here, created_at, updated_at)
                        values (:id, false, :now, :now)
                        on conflict (tracking_id) do update set updated_at = excluded.updated_at""").param("id", trackingId).param("now", Times.offset(now)).update();
    }

    private void setStatus(long trackingId, Status status) {
        jdbc.sql("update simulasi.report set status = ? where tracking_id = ?")
                .params(status.name(), trackingId)
                .update();
    }

    private long keep(@Nullable Long followUpId, Document file) {
        return jdbc.sql("""
                        insert into simulasi.document (follow_up_id, file_name, content_type, size)
                        values (:followUp, :name, :type, :size) returning id""")
                .param("followUp", followUpId)
                .param("name", file.fileName())
                .param("type", file.contentType())
                .param("size", file.size())
                .query(Long.class)
                .single();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static Report report(ResultSet row, int position) throws SQLException {
        return new Report(
                row.getLong("tracking_id"),
                row.getBoolean("written_here"),
                row.getString("title"),
                row.getString("content"),
                row.getString("category"),
                row.getString("classification"),
                row.getObject("date_of_incident", LocalDate.class),
                row.getString("location"),
                row.getBoolean("anonymous"),
                row.getBoolean("secret"),
                row.getString("reporter_name"),
                Status.valueOf(row.getString("status")),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Notification notification(ResultSet row, int position) throws SQLException {
        return new Notification(
                row.getLong("id"),
                row.getLong("tracking_id"),
                "REPLY".equals(row.getString("kind")),
                Way.valueOf(row.getString("way")),
                row.getString("content"),
                row.getString("body"),
                instant(row, "created_at"),
                row.getObject("http_status", Integer.class),
                row.getString("outcome"),
                row.getString("detail"));
    }

    private static FollowUp followUp(ResultSet row, int position) throws SQLException {
        return new FollowUp(
                row.getLong("id"),
                row.getLong("tracking_id"),
                row.getString("user_id"),
                row.getString("institution_from_id"),
                row.getString("institution_to_id"),
                row.getString("info_disposition"),
                row.getString("template_code"),
                row.getString("rating"),
                row.getBoolean("secret"),
                row.getString("content"),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
