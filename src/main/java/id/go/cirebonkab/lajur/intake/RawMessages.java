package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.intake.Inbox.Channel;
import id.go.cirebonkab.lajur.intake.Inbox.Outcome;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.platform.Vault;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Slice;
import id.go.cirebonkab.lajur.shared.Times;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The messages as they came, whole. */
@Repository
class RawMessages {

    /** In characters; more of a message is not shown, but kept. */
    static final int SHOWN = 200_000;

    private final JdbcClient jdbc;
    private final Files files;
    private final Vault vault;
    private final AuditLog log;

    RawMessages(JdbcClient jdbc, Files files, Vault vault, AuditLog log) {
        this.jdbc = jdbc;
        this.files = files;
        this.vault = vault;
        this.log = log;
    }

    /** One kept message. {@code receivedAt} is domain time, {@code arrivedAt} system time; {@code size} in bytes. */
    record RawMessage(
            UUID id,
            Channel channel,
            UUID fileId,
            Instant arrivedAt,
            Instant receivedAt,
            String status,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Long trackingId,
            long size) {

        /** Whether it is in quarantine. */
        boolean waits() {
            return status.equals("QUARANTINED");
        }
    }

    private static final String ROW = """
            select m.id, m.channel, m.file_id, m.arrived_at, m.received_at, m.status, m.reason, m.detail, m.tracking_id,
                   f.size
            from raw_message m join file f on f.id = m.file_id
            """;

    /** Keeps a message and commits it. */
    @Transactional
    public UUID keep(Channel channel, byte[] body, Instant arrivedAt, Instant receivedAt) {
        try {
            var file = files.keep("pesan", contentType(channel), new ByteArrayInputStream(body));
            return insert(channel, file, arrivedAt, receivedAt).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a message that was fetched, unless the very same is here; in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> keepOnce(Channel channel, Inbox.Body body, Instant arrivedAt, Instant receivedAt) {
        try {
            var file = files.keep("pesan", contentType(channel), body::writeTo);
            var kept = insert(channel, file, arrivedAt, receivedAt);
            if (kept.isEmpty()) {
                files.discard(file);
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String contentType(Channel channel) {
        return switch (channel) {
            case WEBHOOK, POLL -> "application/json";
            case MANUAL -> "text/plain; charset=utf-8";
            case MAIL -> "message/rfc822";
        };
    }

    private Optional<UUID> insert(Channel channel, Files.Kept file, Instant arrivedAt, Instant receivedAt) {
        return jdbc.sql("""
                        insert into raw_message (id, channel, file_id, sha256, arrived_at, received_at, status)
                        values (:id, :channel, :file, :sha256, :arrived, :received, 'STORED')
                        on conflict do nothing returning id""")
                .param("id", UUID.randomUUID())
                .param("channel", channel.name())
                .param("file", file.id())
                .param("sha256", file.sha256())
                .param("arrived", Times.offset(arrivedAt))
                .param("received", Times.offset(receivedAt))
                .query(UUID.class)
                .optional();
    }

    /** Takes a message that is not read yet, so that nobody else reads it in the meantime. */
    Optional<RawMessage> lockUnread(UUID id) {
        return jdbc.sql(ROW + "where m.id = ? and m.status in ('STORED', 'QUARANTINED') for update of m")
                .params(id)
                .query(RawMessage.class)
                .optional();
    }

    /** Messages that were kept but, after a crash, never read. */
    List<UUID> leftUnread(Instant arrivedBefore) {
        return jdbc.sql(
                        "select id from raw_message where status = 'STORED' and arrived_at < ? order by arrived_at limit 100")
                .params(Times.offset(arrivedBefore))
                .query(UUID.class)
                .list();
    }

    /** It is that complaint's from now on, and goes with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void read(UUID id, Outcome outcome, long trackingId, @Nullable String by) {
        var file = jdbc.sql("""
                        update raw_message set status = 'READ', outcome = :outcome, tracking_id = :tracking,
                            handled_by = :by, reason = null, detail = null where id = :id
                        returning file_id""")
                .param("outcome", outcome.name())
                .param("tracking", trackingId)
                .param("by", by)
                .param("id", id)
                .query(UUID.class)
                .single();
        vault.give(List.of(file), trackingId);
    }

    @Transactional
    public void quarantine(UUID id, String reason, @Nullable String detail) {
        jdbc.sql("""
                        update raw_message set status = 'QUARANTINED', outcome = 'QUARANTINED', reason = :reason,
                            detail = :detail where id = :id and status in ('STORED', 'QUARANTINED')""")
                .param("reason", reason)
                .param("detail", detail)
                .param("id", id)
                .update();
    }

    /** As much of a message as is shown, with the reporter's lines blacked out: whether they may be seen is not known. */
    String shownText(RawMessage message) {
        var text = LabelledText.withReporterBlackedOut(text(message));
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    }

    private String text(RawMessage message) {
        if (message.channel() != Channel.MAIL) {
            return new String(body(message), StandardCharsets.UTF_8);
        }
        return message.size() > Mail.LARGEST ? "" : Mail.shown(body(message));
    }

    /** Before a message is shown to somebody. */
    void noteReading(RawMessage message, Actor actor) {
        log.write(
                message.trackingId() == null
                        ? Entry.of(actor, Deed.READ_SOURCE, "message", message.id())
                        : Entry.of(
                                actor, Deed.READ_SOURCE, "complaint", message.trackingId(), "pesan " + message.id()));
    }

    byte[] body(RawMessage message) {
        var bytes = new ByteArrayOutputStream((int) message.size());
        try {
            files.copy(message.fileId(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Newest first. */
    Slice<RawMessage> quarantined(@Nullable UUID after) {
        var rows = jdbc.sql(ROW + """
                        where m.status = 'QUARANTINED' and (cast(:after as uuid) is null or (m.arrived_at, m.id) <
                            (select arrived_at, id from raw_message where id = :after))
                        order by m.arrived_at desc, m.id desc limit :limit""")
                .param("after", after)
                .param("limit", Slice.SIZE + 1)
                .query(RawMessage.class)
                .list();
        return Slice.of(rows, row -> row.id().toString());
    }

    Optional<RawMessage> find(UUID id) {
        return jdbc.sql(ROW + "where m.id = ?")
                .params(id)
                .query(RawMessage.class)
                .optional();
    }
}
