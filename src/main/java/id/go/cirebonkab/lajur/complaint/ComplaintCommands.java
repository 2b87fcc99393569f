package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.agency.Agencies;
import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.platform.Vault;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that can be done to a complaint, one transaction each, under the lock of its row.
 *
 * <p>The {@code shown} version of a form is optional: without one only the current state is checked. Each method throws
 * {@link NotVisible} where the actor may not know of the complaint, {@link Collision} where somebody was faster,
 * {@link TransitionRefused} where the state forbids it, {@link id.go.cirebonkab.lajur.shared.NotAllowed} where the actor
 * has no right to it, and {@link InvalidInput} where what was typed can't be taken.
 */
@Service
@Transactional
public class ComplaintCommands {

    private final Complaints complaints;
    private final Agencies agencies;
    private final Mandates mandates;
    private final Files files;
    private final Vault vault;
    private final Reporters reporters;
    private final DomainClock clock;
    private final JdbcClient jdbc;

    ComplaintCommands(
            Complaints complaints,
            Agencies agencies,
            Mandates mandates,
            Files files,
            Vault vault,
            Reporters reporters,
            DomainClock clock,
            JdbcClient jdbc) {
        this.complaints = complaints;
        this.agencies = agencies;
        this.mandates = mandates;
        this.files = files;
        this.vault = vault;
        this.reporters = reporters;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** What became of a report that was handed in. */
    public enum Taken {
        ACCEPTED,
        UPDATED,
        DUPLICATE
    }

    /**
     * Takes a report in: as a new complaint, as the citizen's follow-up to a known one, or not again when the very same
     * message came before, by whatever way. Of the latter the desk keeps the files that it lacked, and that the reporter
     * or the content is to be hidden; files that are not needed are discarded.
     *
     * @param receivedAt domain time at which the message reached this desk
     */
    public Taken take(Report report, List<Files.Kept> attachments, Actor by, Instant receivedAt) {
        var id = report.trackingId().value();
        var known = complaints.lock(id);
        if (known.isEmpty()) {
            var complaint = Complaint.receive(report, by, receivedAt);
            complaint.keepReporter(vault.newKey(id), report.reporterName());
            complaints.saveAndFlush(complaint);
            remember(id, report.fingerprint());
            attach(id, attachments, null, null);
            return Taken.ACCEPTED;
        }
        var complaint = known.get();
        boolean isNew = remember(id, report.fingerprint());
        var twin = complaint.isReportedBy(report) ? Optional.of(Twin.THE_REPORT) : twinAmongFollowUps(id, report);
        if (!isNew || twin.isPresent()) {
            complaint.keepHidden(report.anonymous(), report.secret());
            complaints.saveAndFlush(complaint);
            attachWhatLacks(id, attachments, twin);
            return Taken.DUPLICATE;
        }
        complaint.followUp(report.anonymous(), report.secret(), report.reportedAt(), by, receivedAt);
        complaints.saveAndFlush(complaint);
        long followUp = jdbc.sql("""
                        insert into follow_up (tracking_id, round, content, redacted_content, written_at, received_at)
                        values (:id, :round, :content, :redacted, :written, :received) returning id""")
                .param("id", id)
                .param("round", complaint.round())
                .param("content", report.content())
                .param("redacted", Redaction.mask(report.content()))
                .param("written", Times.offset(report.reportedAt()))
                .param("received", Times.offset(receivedAt))
                .query(Long.class)
                .single();
        attach(id, attachments, null, followUp);
        return Taken.UPDATED;
    }

    public void forward(
            TrackingId id,
            @Nullable Long shown,
            @Nullable String lead,
            Collection<String> supporting,
            @Nullable String note,
            Actor by) {
        var leadCode = agencies.requireActive(lead, "utama");
        var helpers = supporting.stream()
                .filter(code -> !code.isBlank())
                .map(code -> agencies.requireActive(code, "pendukung"))
                .toList();
        var words = Words.optional(note, Words.REASON, "catatan", "complaint.invalid.note");
        change(id, shown, by, complaint -> complaint.forward(leadCode, helpers, words, by, clock.now()));
    }

    public void recall(TrackingId id, @Nullable Long shown, @Nullable String reason, Actor by) {
        var words = Words.reason(reason);
        change(id, shown, by, complaint -> complaint.recall(words, by, clock.now()));
    }

    public void returnToDesk(TrackingId id, @Nullable Long shown, @Nullable String reason, Actor by) {
        var words = Words.reason(reason);
        change(id, shown, by, complaint -> {
            var officer = withLetter(complaint, Verb.RETURN_TO_DESK, by);
            complaint.returnToDesk(words, officer, clock.now());
        });
    }

    public void reassign(
            TrackingId id, @Nullable Long shown, @Nullable String lead, @Nullable String reason, Actor by) {
        var leadCode = agencies.requireActive(lead, "utama");
        var words = Words.reason(reason);
        change(id, shown, by, complaint -> complaint.reassign(leadCode, words, by, clock.now()));
    }

    public void contribute(TrackingId id, @Nullable Long shown, AnswerText text, List<Upload> uploads, Actor by) {
        giveAnswer(id, shown, by, uploads, complaint -> {
            var officer = withLetter(complaint, Verb.CONTRIBUTE, by);
            return complaint.contribute(text, officer, clock.now());
        });
    }

    public void answer(TrackingId id, @Nullable Long shown, AnswerText text, List<Upload> uploads, Actor by) {
        promiseIsWithinAYear(text);
        giveAnswer(id, shown, by, uploads, complaint -> {
            var officer = withLetter(complaint, Verb.ANSWER, by);
            return complaint.answer(text, officer, clock.now());
        });
    }

    public void recordAnswer(
            TrackingId id,
            @Nullable Long shown,
            @Nullable String agencyCode,
            AnswerText text,
            Evidence evidence,
            List<Upload> uploads,
            Actor by) {
        var code = agencies.requireActive(agencyCode, "perangkat");
        promiseIsWithinAYear(text);
        if (evidence.source() == null && uploads.isEmpty()) {
            throw new InvalidInput("sumber", "complaint.invalid.evidence.missing");
        }
        if (evidence.date().isAfter(clock.today())
                || evidence.date().isBefore(clock.today().minusYears(10))) {
            throw new InvalidInput("tanggal", "complaint.invalid.date.future");
        }
        giveAnswer(id, shown, by, uploads, complaint -> complaint.recordAnswer(code, text, evidence, by, clock.now()));
    }

    public void askForRevision(TrackingId id, @Nullable Long shown, @Nullable String note, Actor by) {
        var words = Words.of(note, Words.REASON, "catatan", "complaint.invalid.note");
        change(id, shown, by, complaint -> complaint.askForRevision(words, by, clock.now()));
    }

    /**
     * Approves the answer at hand. An answer that gives the reporter away needs a reason.
     *
     * @throws InvalidInput when it does and there is none
     */
    public void approve(TrackingId id, @Nullable Long shown, @Nullable String reason, Actor by) {
        var words = Words.optional(reason, Words.REASON, "alasan", "complaint.invalid.reason");
        change(id, shown, by, complaint -> {
            complaint.approve(words, by, clock.now());
            if (words == null && complaint.answerGivesReporterAway(laterWords(id), reporterOf(complaint))) {
                throw new InvalidInput("alasan", "complaint.invalid.identity");
            }
        });
    }

    /** Takes an approval back; the caller has made sure that its delivery was not attempted. */
    public void withdrawDelivery(TrackingId id, @Nullable Long shown, @Nullable String reason, Actor by) {
        var words = Words.reason(reason);
        change(id, shown, by, complaint -> complaint.withdrawDelivery(words, by, clock.now()));
    }

    /** What to say when there is no delivery that could still be withdrawn. */
    @Transactional(readOnly = true)
    public RuntimeException refuseWithdrawal(TrackingId id, Actor by) {
        return complaints
                .findById(id.value())
                .filter(found -> mayKnowOf(found, by))
                .<RuntimeException>map(Complaint::withdrawalRefused)
                .orElseGet(() -> new NotVisible(id.toString()));
    }

    /** Only for the answer that was handed over: the complaint may have gone on to another one meanwhile. */
    public void noteRefusal(TrackingId id, long answerId, Actor by) {
        change(id, null, by, complaint -> {
            complaint.requireAtHand(answerId, Verb.NOTE_REFUSAL);
            complaint.noteRefusal(by, clock.now());
        });
    }

    /** Only for the answer that was handed over: the complaint may have gone on to another one meanwhile. */
    public void markRelayed(TrackingId id, long answerId, Actor by) {
        change(id, null, by, complaint -> {
            complaint.requireAtHand(answerId, Verb.MARK_FINAL_RELAYED);
            complaint.markRelayed(by, clock.now());
        });
    }

    public void classify(
            TrackingId id,
            @Nullable Long shown,
            @Nullable Classification wanted,
            @Nullable String accused,
            @Nullable String reason,
            Actor by) {
        if (wanted == null) {
            throw new InvalidInput("klasifikasi", "complaint.invalid.classification");
        }
        var accusedCode = accused == null || accused.isBlank() ? null : agencies.requireActive(accused, "terlapor");
        var words = Words.reason(reason);
        change(id, shown, by, complaint -> complaint.classify(wanted, accusedCode, words, by, clock.now()));
    }

    public void archive(
            TrackingId id,
            @Nullable Long shown,
            @Nullable ArchiveKind kind,
            @Nullable String original,
            @Nullable String reason,
            Actor by) {
        if (kind == null) {
            throw new InvalidInput("jenis", "complaint.invalid.archive.kind");
        }
        var words = Words.reason(reason);
        var originalId = kind == ArchiveKind.DUPLIKAT ? requireOriginal(id, original) : null;
        change(id, shown, by, complaint -> complaint.archive(kind, originalId, words, by, clock.now()));
    }

    public void reopen(TrackingId id, @Nullable Long shown, @Nullable String reason, Actor by) {
        var words = Words.reason(reason);
        change(id, shown, by, complaint -> complaint.reopen(words, by, clock.now()));
    }

    /** The reply window passed in silence. */
    public void close(TrackingId id, Actor by) {
        change(id, null, by, complaint -> complaint.close(by, clock.now()));
    }

    /** @param how {@link Verb#CLOSE_ON_PORTAL} or {@link Verb#MOVE_AWAY} */
    public void endedOnPortal(TrackingId id, Verb how, Actor by) {
        change(id, null, by, complaint -> complaint.endedOnPortal(how, by, clock.now()));
    }

    private void change(TrackingId id, @Nullable Long shown, Actor by, Consumer<Complaint> verb) {
        var complaint = complaints
                .lock(id.value())
                .filter(found -> mayKnowOf(found, by))
                .orElseThrow(() -> new NotVisible(id.toString()));
        if (shown != null && shown != complaint.version()) {
            throw new Collision(id, shown, complaint.version());
        }
        verb.accept(complaint);
        complaints.saveAndFlush(complaint);
    }

    /** Asks the database, not what pages hold: a letter that was withdrawn a moment ago gives no right. */
    private Actor withLetter(Complaint complaint, Verb verb, Actor by) {
        return complaint.withLetter(verb, by, mandates.validNow(by.officerId()));
    }

    private void giveAnswer(
            TrackingId id, @Nullable Long shown, Actor by, List<Upload> uploads, Function<Complaint, Answer> verb) {
        var given = new ArrayList<Answer>();
        change(id, shown, by, complaint -> given.add(verb.apply(complaint)));
        attach(
                id.value(),
                uploads.stream().map(upload -> upload.keepIn(files)).toList(),
                given.get(0).id(),
                null);
    }

    private @Nullable String reporterOf(Complaint complaint) {
        return reporters.nameOf(complaint.keyId(), complaint.reporter());
    }

    /** What the citizen wrote after the first report. */
    private String laterWords(TrackingId id) {
        return String.join(
                "\n",
                jdbc.sql("select content from follow_up where tracking_id = ?")
                        .params(id.value())
                        .query(String.class)
                        .list());
    }

    private static boolean mayKnowOf(Complaint complaint, Actor actor) {
        return actor.role() == null
                || actor.is(Role.DISTRICT_ADMIN)
                || (actor.is(Role.OFFICER) && complaint.visibleTo().stream().anyMatch(actor::actsFor));
    }

    private void promiseIsWithinAYear(AnswerText text) {
        if (text.promisedFor() == null) {
            return;
        }
        if (text.promisedFor().isBefore(clock.today())) {
            throw new InvalidInput("janji", "complaint.invalid.promise.past");
        }
        if (text.promisedFor().isAfter(clock.today().plusYears(1))) {
            throw new InvalidInput("janji", "complaint.invalid.promise.far");
        }
    }

    private TrackingId requireOriginal(TrackingId id, @Nullable String typed) {
        var original = TrackingId.read(typed == null ? "" : typed)
                .orElseThrow(() -> new InvalidInput("induk", "complaint.invalid.original.missing"));
        if (original.equals(id)) {
            throw new InvalidInput("induk", "complaint.invalid.original.itself");
        }
        var states = lockInOrder(id, original);
        if (!states.containsKey(original.value())) {
            throw new InvalidInput("induk", "complaint.invalid.original.unknown", original.toString());
        }
        if (states.get(original.value()) == State.ARCHIVED) {
            throw new InvalidInput("induk", "complaint.invalid.original.archived", original.toString());
        }
        return original;
    }

    /** Both or none, in one order for everybody: two cases can't be put aside as duplicates of each other. */
    private Map<Long, State> lockInOrder(TrackingId one, TrackingId other) {
        var states = new HashMap<Long, State>();
        jdbc.sql("""
                        select tracking_id, state from complaint where tracking_id in (?, ?)
                        order by tracking_id for update""").params(one.value(), other.value()).query(row -> {
            states.put(row.getLong("tracking_id"), State.valueOf(row.getString("state")));
        });
        return states;
    }

    /** The message that another one repeats. */
    private record Twin(@Nullable Long followUp) {

        static final Twin THE_REPORT = new Twin(null);
    }

    /** The citizen's follow-up that came before by another way, written a little otherwise. */
    private Optional<Twin> twinAmongFollowUps(long id, Report report) {
        var words = Wording.bare(report.content());
        return jdbc
                .sql("select id, content, written_at from follow_up where tracking_id = ? order by id")
                .params(id)
                .query(FollowUp.class)
                .list()
                .stream()
                .filter(earlier -> Wording.bare(earlier.content()).equals(words)
                        && Wording.mayBeOneMoment(earlier.writtenAt(), report.reportedAt()))
                .map(earlier -> new Twin(earlier.id()))
                .findFirst();
    }

    private record FollowUp(
            long id, String content, @Nullable Instant writtenAt) {}

    /** A gateway's post brings the citizen's photo, the portal's list does not: whichever comes first, it is kept. */
    private void attachWhatLacks(long id, List<Files.Kept> kept, Optional<Twin> twin) {
        if (kept.isEmpty()) {
            return;
        }
        var followUp = twin.map(Twin::followUp).orElse(null);
        var there = jdbc.sql("""
                        select f.sha256 from attachment a join file f on f.id = a.file_id
                        where a.tracking_id = :id and a.answer_id is null
                            and a.follow_up_id is not distinct from cast(:followUp as bigint)""")
                .param("id", id)
                .param("followUp", followUp)
                .query(String.class)
                .list();
        var lacking = kept.stream()
                .filter(file -> twin.isPresent() && !there.contains(file.sha256()))
                .toList();
        kept.stream().filter(file -> !lacking.contains(file)).forEach(files::discard);
        attach(id, lacking, null, followUp);
    }

    /** False when this very message was taken before. */
    private boolean remember(long id, String fingerprint) {
        return jdbc.sql("insert into taken_message (tracking_id, fingerprint) values (?, ?) on conflict do nothing")
                        .params(id, fingerprint)
                        .update()
                == 1;
    }

    private void attach(long id, List<Files.Kept> kept, @Nullable Long answerId, @Nullable Long followUpId) {
        vault.give(kept.stream().map(Files.Kept::id).toList(), id);
        for (var position = 0; position < kept.size(); position++) {
            jdbc.sql("""
                            insert into attachment (file_id, tracking_id, answer_id, follow_up_id, position)
                            values (:file, :id, :answer, :followUp, :position)""")
                    .param("file", kept.get(position).id())
                    .param("id", id)
                    .param("answer", answerId)
                    .param("followUp", followUpId)
                    .param("position", position)
                    .update();
        }
    }
}
