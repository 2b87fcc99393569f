package id.go.cirebonkab.lajur.simulator;

import id.go.cirebonkab.lajur.simulator.SimulatedPortal.Document;
import id.go.cirebonkab.lajur.simulator.SimulatedPortal.FollowUp;
import id.go.cirebonkab.lajur.simulator.SimulatedPortal.Notification;
import id.go.cirebonkab.lajur.simulator.SimulatedPortal.Report;
import id.go.cirebonkab.lajur.simulator.SimulatedPortal.StatusNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as its page shows it: what was written, what was answered, and what could not be sent. */
record Conversation(
        long trackingId,
        boolean writtenHere,
        @Nullable String title,
        List<String> lines,
        @Nullable String category,
        boolean anonymous,
        boolean secret,
        SimulatedPortal.Status status,
        String writtenAt,
        Way way,
        @Nullable Sending sending,
        boolean undelivered,
        List<Entry> entries) {

    /** Who speaks: each has its words under {@code simulator.entry.*}. */
    enum Voice {
        ANSWER,
        REPLY,
        REJECTION
    }

    /** What became of a notification; {@code outcome} is null while it was not taken. */
    record Sending(
            @Nullable String outcome,
            @Nullable Integer httpStatus,
            @Nullable String detail) {

        static Sending of(Notification notification) {
            return new Sending(notification.outcome(), notification.httpStatus(), notification.detail());
        }
    }

    record Entry(
            Voice voice,
            String when,
            List<String> lines,
            List<String> files,
            @Nullable Sending sending) {}

    private record Timed(Instant at, Entry entry) {}

    /** All of a page's reports at once, from what was read for all of them. */
    static List<Conversation> of(
            List<Report> reports,
            List<Notification> notifications,
            List<FollowUp> followUps,
            List<Document> documents,
            List<StatusNote> notes,
            Locale locale) {
        return reports.stream()
                .map(report -> of(
                        report,
                        notifications.stream()
                                .filter(sent -> sent.trackingId() == report.trackingId())
                                .toList(),
                        followUps.stream()
                                .filter(taken -> taken.trackingId() == report.trackingId())
                                .toList(),
                        documents,
                        notes.stream()
                                .filter(note -> note.trackingId() == report.trackingId())
                                .toList(),
                        locale))
                .toList();
    }

    private static Conversation of(
            Report report,
            List<Notification> notifications,
            List<FollowUp> followUps,
            List<Document> documents,
            List<StatusNote> notes,
            Locale locale) {
        var entries = new ArrayList<Timed>();
        notifications.stream()
                .filter(Notification::reply)
                .forEach(reply -> entries.add(
                        timed(Voice.REPLY, reply.createdAt(), reply.content(), List.of(), Sending.of(reply), locale)));
        followUps.forEach(answer -> entries.add(
                timed(Voice.ANSWER, answer.createdAt(), answer.content(), filesOf(answer, documents), null, locale)));
        notes.forEach(
                note -> entries.add(timed(Voice.REJECTION, note.createdAt(), note.note(), List.of(), null, locale)));
        entries.sort(Comparator.comparing(Timed::at));
        return new Conversation(
                report.trackingId(),
                report.writtenHere(),
                report.title(),
                lines(report.content()),
                report.category(),
                report.anonymous(),
                report.secret(),
                report.status(),
                PortalTime.spoken(report.createdAt(), locale),
                notifications.stream()
                        .filter(sent -> !sent.reply())
                        .findFirst()
                        .map(Notification::way)
                        .orElse(Way.SUREL),
                notifications.stream()
                        .filter(sent -> !sent.reply())
                        .findFirst()
                        .map(Sending::of)
                        .orElse(null),
                notifications.stream().anyMatch(sent -> !sent.isDelivered()),
                entries.stream().map(Timed::entry).toList());
    }

    private static Timed timed(
            Voice voice, Instant at, String content, List<String> files, @Nullable Sending sending, Locale locale) {
        return new Timed(at, new Entry(voice, PortalTime.spoken(at, locale), lines(content), files, sending));
    }

    private static List<String> filesOf(FollowUp answer, List<Document> documents) {
        return documents.stream()
                .filter(file -> file.followUpId() != null && file.followUpId() == answer.id())
                .map(Document::fileName)
                .toList();
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }
}
