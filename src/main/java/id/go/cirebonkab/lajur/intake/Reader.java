package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.Report;
import id.go.cirebonkab.lajur.intake.Inbox.Channel;
import id.go.cirebonkab.lajur.intake.Inbox.Outcome;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.shared.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a kept message into a complaint, in one transaction with the mark that it was read. */
@Component
class Reader {

    private static final Actor SELF = Actor.system("intake");
    private static final int TITLE = 80;

    private final RawMessages messages;
    private final ComplaintCommands complaints;
    private final Files files;

    Reader(RawMessages messages, ComplaintCommands complaints, Files files) {
        this.messages = messages;
        this.complaints = complaints;
        this.files = files;
    }

    /**
     * Reads the message, unless somebody has done so already.
     *
     * @throws Unreadable when it makes no complaint; nothing was changed then
     */
    @Transactional(rollbackFor = Unreadable.class)
    public Outcome read(UUID id) throws Unreadable {
        var locked = messages.lockUnread(id);
        if (locked.isEmpty()) {
            return Outcome.DUPLICATE;
        }
        var message = locked.get();
        return take(message.id(), notification(message), message.receivedAt(), SELF);
    }

    private Notification notification(RawMessages.RawMessage message) throws Unreadable {
        if (message.channel() == Channel.MAIL && message.size() > Mail.LARGEST) {
            throw new Unreadable(Unreadable.Reason.TOO_LARGE, String.valueOf(Mail.LARGEST / 1024 / 1024));
        }
        var body = messages.body(message);
        return switch (message.channel()) {
            case WEBHOOK -> NotificationJson.read(body);
            case POLL -> NotificationJson.readListed(body);
            case MANUAL -> LabelledText.read(new String(body, StandardCharsets.UTF_8));
            case MAIL -> Mail.read(body);
        };
    }

    /** Takes what the desk typed for a kept message. */
    @Transactional
    public Outcome take(UUID message, Notification notification, Instant receivedAt, Actor by) {
        var attachments = keep(notification.attachments());
        var taken = complaints.take(report(notification), attachments, by, receivedAt);
        var outcome = switch (taken) {
            case ACCEPTED -> Outcome.ACCEPTED;
            case UPDATED -> Outcome.UPDATED;
            case DUPLICATE -> Outcome.DUPLICATE;
        };
        messages.read(message, outcome, notification.trackingId().value(), by.role() == null ? null : by.name());
        return outcome;
    }

    static Report report(Notification read) {
        return new Report(
                read.trackingId(),
                read.title() == null ? firstWords(read.content()) : read.title(),
                read.content(),
                read.category(),
                read.classification(),
                read.anonymous(),
                read.secret(),
                read.reporterName(),
                read.channel(),
                read.location(),
                read.dateOfIncident(),
                read.createdAt(),
                Fingerprint.of(read.content(), read.createdAt()));
    }

    private List<Files.Kept> keep(List<AttachedFile> attachments) {
        var kept = new ArrayList<Files.Kept>();
        for (var file : attachments) {
            try {
                kept.add(files.keep(file.fileName(), file.contentType(), new ByteArrayInputStream(file.content())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return kept;
    }

    private static String firstWords(String content) {
        var line = content.strip().lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE)) + "…";
    }
}
