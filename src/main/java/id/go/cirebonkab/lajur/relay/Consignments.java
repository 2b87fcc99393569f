package id.go.cirebonkab.lajur.relay;

import id.go.cirebonkab.lajur.complaint.CaseKeys;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The delivery rows as the worker sees them: claimed under a lease, so that each is in one pair of hands only. */
@Repository
@Transactional
class Consignments {

    private final JdbcClient jdbc;
    private final Files files;
    private final CaseKeys keys;

    Consignments(JdbcClient jdbc, Files files, CaseKeys keys) {
        this.jdbc = jdbc;
        this.files = files;
        this.keys = keys;
    }

    /**
     * A delivery that is in this worker's hands. Times are system times.
     *
     * @param attempts how many posts were begun before
     * @param lastAttemptAt when the last of them began
     * @param leasedUntil tells this hold from a later one of somebody else
     */
    record Consignment(
            long id,
            long trackingId,
            @Nullable Long answerId,
            Portal.Kind kind,
            byte[] sealedBody,
            String bodySha256,
            boolean secret,
            DeliveryStatus status,
            int attempts,
            @Nullable Instant lastAttemptAt,
            Instant leasedUntil) {

        TrackingId complaint() {
            return new TrackingId(trackingId);
        }

        /** Whether a post was begun whose end nobody saw. */
        boolean isUncertain() {
            return status == DeliveryStatus.SENDING || status == DeliveryStatus.UNKNOWN;
        }
    }

    /** Takes the delivery that is due first, if there is one, and holds it until the lease ends. */
    Optional<Consignment> claim(Instant now, Duration lease) {
        return jdbc.sql("""
                        update delivery set leased_until = :until where id = (
                            select id from delivery
                            where status in ('WAITING', 'SENDING', 'UNKNOWN') and next_attempt_at <= :now
                            and (leased_until is null or leased_until < :now)
                            order by next_attempt_at limit 1 for update skip locked)
                        returning id, tracking_id, answer_id, kind, sealed_body, body_sha256, secret, status, attempts,
                                  last_attempt_at, leased_until""")
                .param("now", Times.offset(now))
                .param("until", Times.offset(now.plus(lease)))
                .query(Consignment.class)
                .optional();
    }

    Portal.Parcel parcel(Consignment consignment) {
        record Enclosed(UUID id, String name, String contentType, long size) {}
        var enclosures = consignment.answerId() == null
                ? List.<Portal.Enclosure>of()
                : jdbc.sql("""
                                select f.id, f.name, f.content_type, f.size
                                from attachment a join file f on f.id = a.file_id
                                where a.answer_id = ? order by a.position""").params(consignment.answerId()).query(Enclosed.class).list().stream()
                        .map(file -> new Portal.Enclosure(
                                file.name(), file.contentType(), file.size(), target -> files.copy(file.id(), target)))
                        .toList();
        var body = keys.of(consignment.complaint()).openText(Outbox.SEALED_AS, consignment.sealedBody());
        return new Portal.Parcel(consignment.complaint(), consignment.kind(), body, consignment.secret(), enclosures);
    }

    /** How many equal parcels of this complaint the portal has accepted before: so many must stand there already. */
    int acceptedBefore(Consignment consignment) {
        return jdbc.sql("""
                        select count(*) from delivery
                        where tracking_id = ? and kind = ? and body_sha256 = ? and status = 'ACCEPTED' and id <> ?""")
                .params(consignment.trackingId(), consignment.kind().name(), consignment.bodySha256(), consignment.id())
                .query(Integer.class)
                .single();
    }

    /**
     * Written and committed before anything is posted: whoever finds it after a crash knows that it may have arrived.
     * Empty when the lease ran out meanwhile and the delivery is in other hands or was withdrawn.
     */
    Optional<Consignment> postBegins(Consignment consignment, Instant now, Duration lease) {
        return jdbc.sql("""
                        update delivery set status = 'SENDING', attempts = attempts + 1, last_attempt_at = :now,
                            leased_until = :until
                        where id = :id and leased_until = :held and status in ('WAITING', 'SENDING', 'UNKNOWN')
                        returning id, tracking_id, answer_id, kind, sealed_body, body_sha256, secret, status, attempts,
                                  last_attempt_at, leased_until""")
                .param("now", Times.offset(now))
                .param("until", Times.offset(now.plus(lease)))
                .param("id", consignment.id())
                .param("held", Times.offset(consignment.leasedUntil()))
                .query(Consignment.class)
                .optional();
    }

    /** Puts it back for later, unless it is in other hands by now. */
    void later(
            Consignment consignment,
            DeliveryStatus status,
            Instant next,
            Portal.Failure failure,
            @Nullable String detail) {
        jdbc.sql("""
                        update delivery set status = :status, next_attempt_at = :next, leased_until = null,
                            failure = :failure, failure_detail = :detail where id = :id and leased_until = :held""")
                .param("status", status.name())
                .param("next", Times.offset(next))
                .param("failure", failure.name())
                .param("detail", detail)
                .param("id", consignment.id())
                .param("held", Times.offset(consignment.leasedUntil()))
                .update();
    }

    /** @param at domain time */
    void accepted(long id, String receipt, Instant at) {
        jdbc.sql("""
                        update delivery set status = 'ACCEPTED', accepted_at = :at, receipt = :receipt,
                            leased_until = null, failure = null, failure_detail = null where id = :id""")
                .param("at", Times.offset(at))
                .param("receipt", receipt)
                .param("id", id)
                .update();
    }

    /** False when it is in other hands by now, who may have had more luck. */
    boolean refused(Consignment consignment, Portal.Failure failure, @Nullable String detail) {
        return jdbc.sql("""
                        update delivery set status = 'REFUSED', leased_until = null, failure = :failure,
                            failure_detail = :detail where id = :id and leased_until = :held""")
                        .param("failure", failure.name())
                        .param("detail", detail)
                        .param("id", consignment.id())
                        .param("held", Times.offset(consignment.leasedUntil()))
                        .update()
                == 1;
    }

    /**
     * Notes an attempt; one that ended just like the last of its kind is counted on that row, so that a look-up and a
     * post that fail in turn for days stay two rows. Times are system times.
     */
    void note(
            long id,
            Action action,
            Instant startedAt,
            Instant endedAt,
            String result,
            @Nullable Integer status,
            @Nullable String detail) {
        var repeated = jdbc.sql("""
                        update delivery_attempt set ended_at = :ended, times = times + 1, detail = :detail
                        where id = (select max(id) from delivery_attempt
                                    where delivery_id = :delivery and action = :action)
                        and result = :result""")
                .param("ended", Times.offset(endedAt))
                .param("detail", detail)
                .param("delivery", id)
                .param("action", action.name())
                .param("result", result)
                .update();
        if (repeated == 0) {
            jdbc.sql("""
                            insert into delivery_attempt (delivery_id, started_at, ended_at, action, result, http_status, detail)
                            values (:delivery, :started, :ended, :action, :result, :status, :detail)""")
                    .param("delivery", id)
                    .param("started", Times.offset(startedAt))
                    .param("ended", Times.offset(endedAt))
                    .param("action", action.name())
                    .param("result", result)
                    .param("status", status)
                    .param("detail", detail)
                    .update();
        }
    }

    /** What was tried. */
    enum Action {
        LOOK_UP,
        POST
    }
}
