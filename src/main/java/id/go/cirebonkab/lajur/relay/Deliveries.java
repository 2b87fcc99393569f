package id.go.cirebonkab.lajur.relay;

import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.platform.Vault;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Slice;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deliveries as people see and steer them. */
@Service
public class Deliveries {

    private static final String ROW = """
            select d.id, d.tracking_id, d.kind, d.status, d.attempts, d.created_at, d.accepted_at, d.next_attempt_at,
                   d.last_attempt_at, d.failure, d.receipt from delivery d
            """;

    private final JdbcClient jdbc;
    private final Clock systemClock;
    private final DomainClock domainClock;
    private final ComplaintCommands complaints;
    private final Consignments consignments;
    private final Dispatcher dispatcher;
    private final Portal portal;
    private final Vault vault;

    Deliveries(
            JdbcClient jdbc,
            Clock systemClock,
            DomainClock domainClock,
            ComplaintCommands complaints,
            Consignments consignments,
            Dispatcher dispatcher,
            Portal portal,
            Vault vault) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
        this.domainClock = domainClock;
        this.complaints = complaints;
        this.consignments = consignments;
        this.dispatcher = dispatcher;
        this.portal = portal;
        this.vault = vault;
    }

    /**
     * One delivery as listed. {@code createdAt} and {@code acceptedAt} are domain times, the attempts' system times.
     */
    public record DeliveryRow(
            long id,
            long trackingId,
            Portal.Kind kind,
            DeliveryStatus status,
            int attempts,
            Instant createdAt,
            @Nullable Instant acceptedAt,
            Instant nextAttemptAt,
            @Nullable Instant lastAttemptAt,
            Portal.@Nullable Failure failure,
            @Nullable String receipt) {}

    /** One attempt as listed; system times. */
    public record AttemptRow(
            long deliveryId,
            Instant startedAt,
            @Nullable Instant endedAt,
            String action,
            @Nullable String result,
            @Nullable Integer httpStatus,
            int times) {}

    /** Whether the portal is reached by API; otherwise the desk hands over by itself and confirms here. */
    public boolean isAutomatic() {
        return portal.isAutomatic();
    }

    /** Newest first. @param after the id after which the page starts */
    public Slice<DeliveryRow> list(@Nullable Long after) {
        var rows = jdbc.sql(ROW + "where d.id < :after order by d.id desc limit :limit")
                .param("after", after == null ? Long.MAX_VALUE : after)
                .param("limit", Slice.SIZE + 1)
                .query(DeliveryRow.class)
                .list();
        return Slice.of(rows, row -> String.valueOf(row.id()));
    }

    /** Those that are not done: waiting, uncertain or refused, oldest first. */
    public List<DeliveryRow> open() {
        return jdbc.sql(ROW + """
                        where d.status in ('WAITING', 'SENDING', 'UNKNOWN') order by d.id limit 200""").query(DeliveryRow.class).list();
    }

    /** What is to be entered at the portal by hand, by the ids of the deliveries; nothing where the API does it. */
    public Map<Long, String> texts(List<DeliveryRow> open) {
        if (isAutomatic() || open.isEmpty()) {
            return Map.of();
        }
        var sealed = jdbc.sql("""
                        select d.id, c.key_id, d.sealed_body from delivery d join complaint c using (tracking_id)
                        where d.id in (:ids)""")
                .param("ids", open.stream().map(DeliveryRow::id).toList())
                .query(Sealed.class)
                .list();
        var keys = vault.find(sealed.stream().map(Sealed::keyId).toList());
        return sealed.stream()
                .filter(row -> keys.containsKey(row.keyId()))
                .collect(Collectors.toMap(
                        Sealed::id, row -> keys.get(row.keyId()).openText(Outbox.SEALED_AS, row.sealedBody())));
    }

    private record Sealed(long id, UUID keyId, byte[] sealedBody) {}

    public List<DeliveryRow> of(TrackingId id) {
        return jdbc.sql(ROW + "where d.tracking_id = ? order by d.id")
                .params(id.value())
                .query(DeliveryRow.class)
                .list();
    }

    public List<AttemptRow> attempts(long deliveryId) {
        return jdbc.sql("""
                        select delivery_id, started_at, ended_at, action, result, http_status, times
                        from delivery_attempt where delivery_id = ? order by id""").params(deliveryId).query(AttemptRow.class).list();
    }

    public DeliveryRow find(long id) {
        return jdbc.sql(ROW + "where d.id = ?")
                .params(id)
                .query(DeliveryRow.class)
                .optional()
                .orElseThrow(() -> new NotVisible("delivery " + id));
    }

    /** Tries a waiting or uncertain delivery now instead of after its pause; the worker must find it committed. */
    public void hasten(long id) {
        var hastened = jdbc.sql("""
                        update delivery set next_attempt_at = :now
                        where id = :id and status in ('WAITING', 'SENDING', 'UNKNOWN')""")
                .param("now", Times.offset(systemClock.instant()))
                .param("id", id)
                .update();
        if (hastened == 0) {
            find(id);
        }
        dispatcher.resume();
    }

    /**
     * Takes back an approval before its delivery was attempted.
     *
     * @throws InvalidInput when there is none that could still be taken back
     */
    @Transactional
    public void withdraw(TrackingId id, @Nullable Long shown, @Nullable String reason, Actor by) {
        var withdrawn = jdbc.sql("""
                        update delivery set status = 'WITHDRAWN' where tracking_id = :id and status = 'WAITING'
                        and attempts = 0 and kind = 'FOLLOW_UP' and (leased_until is null or leased_until < :now)""")
                .param("id", id.value())
                .param("now", Times.offset(systemClock.instant()))
                .update();
        if (withdrawn == 0) {
            throw complaints.refuseWithdrawal(id, by);
        }
        complaints.withdrawDelivery(id, shown, reason, by);
    }

    /** In assisted mode: the admin has entered the answer at the portal by hand and says so. */
    @Transactional
    public void confirm(long id, @Nullable String receipt, Actor by) {
        var delivery = find(id);
        if (portal.isAutomatic() || receipt == null || receipt.isBlank()) {
            throw new InvalidInput("bukti", "relay.invalid.receipt");
        }
        var open = jdbc.sql("select status, answer_id from delivery where id = ? for update")
                .params(id)
                .query(Open.class)
                .single();
        if (open.status() != DeliveryStatus.WAITING) {
            throw new InvalidInput("bukti", "relay.invalid.done");
        }
        consignments.accepted(id, receipt.strip(), domainClock.now());
        if (open.answerId() != null) {
            complaints.markRelayed(new TrackingId(delivery.trackingId()), open.answerId(), by);
        }
    }

    private record Open(DeliveryStatus status, @Nullable Long answerId) {}
}
