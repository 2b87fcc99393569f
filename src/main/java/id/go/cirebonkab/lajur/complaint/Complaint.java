package id.go.cirebonkab.lajur.complaint;

import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.ALREADY_APPROVED;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.ALREADY_ATTEMPTED;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.ANSWERED_BY_ANOTHER;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.NOT_APPROVED;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.NOT_ASSIGNED;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.NO_LETTER;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.NO_SUPPORTING_FOR_PENGAWASAN;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.ONLY_THE_HANDLING_AGENCY;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.OWN_ANSWER;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.SAME_LEAD;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.WRONG_STATE;

import id.go.cirebonkab.lajur.agency.Agency;
import id.go.cirebonkab.lajur.platform.DataKey;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.NotAllowed;
import id.go.cirebonkab.lajur.shared.Role;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.domain.Persistable;

/**
 * One LAPOR! report, known by its tracking id. Each verb guards, changes, and announces a {@link Transition}; it is
 * published when the aggregate is saved with {@code saveAndFlush}.
 */
@Entity
@Table(name = "complaint")
public class Complaint extends AbstractAggregateRoot<Complaint> implements Persistable<Long> {

    @Id
    private Long trackingId;

    @Enumerated(EnumType.STRING)
    private State state;

    private int round;
    /** Counts the transitions. Writers hold the row's lock, so that no two of them count from the same. */
    private long version;

    private String title;
    private String content;
    private String redactedTitle;
    private String redactedContent;
    private @Nullable String category;

    @Enumerated(EnumType.STRING)
    private Classification classification;

    private boolean classified;
    private @Nullable String accusedAgency;
    private boolean anonymous;
    private boolean secret;
    private @Nullable UUID keyId;
    /** The sealed name; opened by {@link Reporters}. */
    private byte @Nullable [] reporter;

    private @Nullable String channel;
    private @Nullable String location;
    private @Nullable String redactedLocation;
    private @Nullable String dateOfIncident;
    private @Nullable Instant reportedAt;
    private Instant receivedAt;
    private Instant queuedAt;
    private Instant stateSince;
    private @Nullable String leadAgency;
    private @Nullable Long duplicateOf;

    @OneToMany(mappedBy = "complaint", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("id")
    private List<Assignment> assignments = new ArrayList<>();

    @OneToMany(mappedBy = "complaint", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("id")
    private List<Answer> answers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Complaint() {}

    @SuppressWarnings("NullAway.Init")
    private Complaint(Report report, Instant at) {
        trackingId = report.trackingId().value();
        title = report.title();
        content = report.content();
        redactedTitle = Redaction.mask(title);
        redactedContent = Redaction.mask(content);
        category = report.category();
        classified = report.classification() != null;
        classification = classified ? report.classification() : Classification.NON_PENGAWASAN;
        anonymous = report.anonymous();
        secret = report.secret();
        channel = report.channel();
        location = report.location();
        redactedLocation = location == null ? null : Redaction.mask(location);
        dateOfIncident = report.dateOfIncident();
        reportedAt = report.reportedAt();
        receivedAt = at;
        round = 0;
    }

    /** SOP step 2: the complaint reaches the desk. */
    static Complaint receive(Report report, Actor by, Instant at) {
        var complaint = new Complaint(report, at);
        complaint.startRound(at);
        var change =
                complaint.change(Verb.RECEIVE, null, State.RECEIVED, by, at).reportedAt(report.reportedAt());
        complaint.announce(complaint.isPengawasan() ? change.detail(Classification.PENGAWASAN.name()) : change);
        return complaint;
    }

    /** SOP step 3: the desk puts the complaint into the hands of a lead agency and supporting ones. */
    void forward(String lead, Collection<String> supporting, @Nullable String note, Actor by, Instant at) {
        var to = guard(Verb.FORWARD, by);
        onlyTheHandlingAgencyMayGetPengawasan(lead, Verb.FORWARD);
        var helpers = new LinkedHashSet<>(supporting);
        helpers.remove(lead);
        if (isPengawasan() && !helpers.isEmpty()) {
            throw refused(NO_SUPPORTING_FOR_PENGAWASAN, Verb.FORWARD);
        }
        var change = change(Verb.FORWARD, state, to, by, at).remark(note);
        change.opens(assign(lead, Assignment.Kind.LEAD, at));
        helpers.forEach(code -> change.opens(assign(code, Assignment.Kind.SUPPORTING, at)));
        leadAgency = lead;
        announce(change);
    }

    /** The desk takes the complaint back from everybody who has it. */
    void recall(String reason, Actor by, Instant at) {
        backToTheDesk(Verb.RECALL, Assignment.Ending.RECALLED, reason, by, at);
    }

    /** The lead agency says "bukan wewenang kami"; counted as a bounce. */
    void returnToDesk(String reason, Actor by, Instant at) {
        backToTheDesk(Verb.RETURN_TO_DESK, Assignment.Ending.RETURNED, reason, by, at);
    }

    /** Another agency becomes the lead; supporting ones go on. */
    void reassign(String newLead, String reason, Actor by, Instant at) {
        var to = guard(Verb.REASSIGN, by);
        onlyTheHandlingAgencyMayGetPengawasan(newLead, Verb.REASSIGN);
        if (newLead.equals(leadAgency)) {
            throw refused(SAME_LEAD, Verb.REASSIGN);
        }
        var change = change(Verb.REASSIGN, state, to, by, at).remark(reason);
        open(Assignment::isLead).forEach(old -> change.ends(old, Assignment.Ending.REASSIGNED));
        open(part -> part.agencyCode().equals(newLead)).forEach(old -> change.ends(old, Assignment.Ending.REASSIGNED));
        change.opens(assign(newLead, Assignment.Kind.LEAD, at));
        leadAgency = newLead;
        announce(change);
    }

    /** A supporting agency gives its part to the lead; its clock ends. */
    Answer contribute(AnswerText text, Actor by, Instant at) {
        var to = guard(Verb.CONTRIBUTE, by);
        var part = open(Assignment::waitsForContribution).stream()
                .filter(open -> by.actsFor(open.agencyCode()))
                .findFirst()
                .orElseThrow(() -> refused(NOT_ASSIGNED, Verb.CONTRIBUTE));
        return take(
                new Answer(this, part.agencyCode(), text, by, at),
                change(Verb.CONTRIBUTE, state, to, by, at).ends(part, Assignment.Ending.CONTRIBUTED));
    }

    /** SOP step 5: the lead agency answers. */
    Answer answer(AnswerText text, Actor by, Instant at) {
        var to = guard(Verb.ANSWER, by);
        var lead = requireLead(Verb.ANSWER);
        var change = change(Verb.ANSWER, state, to, by, at);
        leadHasAnswered(change);
        return take(new Answer(this, lead, text, by, at), change);
    }

    /** The desk writes down what an agency answered by letter, phone or message. */
    Answer recordAnswer(String agencyCode, AnswerText text, Evidence evidence, Actor by, Instant at) {
        var supporting = open(Assignment::waitsForContribution).stream()
                .filter(part -> part.agencyCode().equals(agencyCode))
                .findFirst();
        var verb = supporting.isPresent() ? Verb.RECORD_CONTRIBUTION : Verb.RECORD_ANSWER;
        var to = guard(verb, by);
        var change = change(verb, state, to, by, at);
        if (supporting.isPresent()) {
            change.ends(supporting.get(), Assignment.Ending.CONTRIBUTED);
            text = new AnswerText(Answer.Kind.CONTRIBUTION, text.body(), null);
        } else if (agencyCode.equals(leadAgency)) {
            leadHasAnswered(change);
        } else {
            throw refused(NOT_ASSIGNED, verb);
        }
        return take(Answer.recorded(this, agencyCode, text, evidence, by, at), change);
    }

    /** The desk sends an answer back; the agency has what was left of its time. */
    void askForRevision(String note, Actor by, Instant at) {
        var to = guard(Verb.ASK_FOR_REVISION, by);
        var answer = requireAnswer(Verb.ASK_FOR_REVISION);
        if (answer.isApproved()) {
            throw refused(ALREADY_APPROVED, Verb.ASK_FOR_REVISION);
        }
        var change =
                change(Verb.ASK_FOR_REVISION, state, to, by, at).about(answer).remark(note);
        everybodyGoesOn(change);
        announce(change);
    }

    /** SOP step 6, the desk's half: the answer may go to the portal. One delivery is written by whoever listens. */
    void approve(@Nullable String reason, Actor by, Instant at) {
        var to = guard(Verb.APPROVE, by);
        var answer = requireAnswer(Verb.APPROVE);
        if (answer.isApproved()) {
            throw refused(ALREADY_APPROVED, Verb.APPROVE);
        }
        if (!answer.mayBeApprovedBy(by)) {
            throw refused(OWN_ANSWER, Verb.APPROVE);
        }
        answer.approve(by, at);
        announce(change(Verb.APPROVE, state, to, by, at).about(answer).remark(reason));
    }

    /** The approval is taken back before its delivery was attempted. */
    void withdrawDelivery(String reason, Actor by, Instant at) {
        takeBackApproval(Verb.WITHDRAW_DELIVERY, reason, by, at);
    }

    /** Why an approval can't be taken back now. */
    TransitionRefused withdrawalRefused() {
        var isApproved = currentAnswer().map(Answer::isApproved).orElse(false);
        return refused(
                state == State.ANSWERED && isApproved ? ALREADY_ATTEMPTED : NOT_APPROVED, Verb.WITHDRAW_DELIVERY);
    }

    /** The portal refused the answer; the desk looks at it again. */
    void noteRefusal(Actor by, Instant at) {
        takeBackApproval(Verb.NOTE_REFUSAL, null, by, at);
    }

    /** SOP step 6, done: the portal has accepted the approved answer. */
    void markRelayed(Actor by, Instant at) {
        var isFinal = currentAnswer().map(Answer::kind).orElse(Answer.Kind.FINAL) == Answer.Kind.FINAL;
        var verb = isFinal ? Verb.MARK_FINAL_RELAYED : Verb.MARK_INTERIM_RELAYED;
        var to = guard(verb, by);
        var answer = requireAnswer(verb);
        if (!answer.isApproved()) {
            throw refused(NOT_APPROVED, verb);
        }
        answer.relayed(at);
        var change = change(verb, state, to, by, at).about(answer);
        if (!isFinal) {
            everybodyGoesOn(change);
        }
        announce(change);
    }

    /**
     * Sets the class. A complaint that becomes one berkadar pengawasan is taken at once from everybody but the body
     * that handles those.
     */
    void classify(Classification wanted, @Nullable String accused, String reason, Actor by, Instant at) {
        guard(Verb.CLASSIFY, by);
        var handler = handlerOf(accused);
        var mustLeave = wanted == Classification.PENGAWASAN && leadAgency != null && !leadAgency.equals(handler);
        if (mustLeave && state == State.ANSWERED) {
            throw refused(ANSWERED_BY_ANOTHER, Verb.CLASSIFY);
        }
        var leaves = state == State.FORWARDED
                && wanted == Classification.PENGAWASAN
                && (mustLeave
                        || !open(part -> !part.agencyCode().equals(handler)).isEmpty());
        if (leaves) {
            recall(reason, by, at);
        }
        classification = wanted;
        accusedAgency = wanted == Classification.PENGAWASAN ? accused : null;
        classified = true;
        announce(change(Verb.CLASSIFY, state, state, by, at).remark(reason).detail(wanted.name()));
    }

    /** Puts the complaint aside. */
    void archive(ArchiveKind kind, @Nullable TrackingId original, String reason, Actor by, Instant at) {
        var to = guard(Verb.ARCHIVE, by);
        duplicateOf = original == null ? null : original.value();
        var change = change(Verb.ARCHIVE, state, to, by, at).remark(reason).detail(kind.name());
        endOpen(change);
        announce(change);
    }

    /** The desk takes an ended complaint up again, as a next round. */
    void reopen(String reason, Actor by, Instant at) {
        var to = guard(Verb.REOPEN, by);
        var change = change(Verb.REOPEN, state, to, by, at).remark(reason);
        startRound(at);
        announce(change);
    }

    /** The citizen wrote again; secrecy and anonymity, once asked for, stay. Where it had ended, a next round begins. */
    void followUp(boolean isAnonymous, boolean isSecret, @Nullable Instant writtenAt, Actor by, Instant at) {
        var to = guard(Verb.FOLLOW_UP, by);
        keepHidden(isAnonymous, isSecret);
        var change = change(Verb.FOLLOW_UP, state, to, by, at).reportedAt(writtenAt);
        if (to != state) {
            startRound(at);
        }
        announce(change);
    }

    /** The reply window passed in silence. */
    void close(Actor by, Instant at) {
        announce(change(Verb.CLOSE, state, guard(Verb.CLOSE, by), by, at));
    }

    /** Ended at the portal, or moved from there to another institution, whatever the state here. */
    void endedOnPortal(Verb how, Actor by, Instant at) {
        var change = change(how, state, guard(how, by), by, at);
        endOpen(change);
        announce(change);
    }

    /**
     * The officer with those agencies only for which he or she may act by a surat tugas.
     *
     * @param entitled the agencies for which one is valid
     * @throws TransitionRefused when what the officer's agency may do is out of reach without one
     */
    Actor withLetter(Verb verb, Actor by, Set<String> entitled) {
        if (!by.is(Role.OFFICER)) {
            return by;
        }
        var acting = by.only(entitled);
        if (Relation.between(acting, this).may(verb)) {
            return acting;
        }
        if (Relation.between(by, this).may(verb)) {
            throw refused(NO_LETTER, verb);
        }
        return by;
    }

    // -- what others ask

    TrackingId trackingId() {
        return new TrackingId(trackingId);
    }

    State state() {
        return state;
    }

    int round() {
        return round;
    }

    long version() {
        return version;
    }

    @Nullable
    String leadAgency() {
        return leadAgency;
    }

    boolean hasSupporting(Set<String> agencyCodes) {
        return assignments.stream()
                .anyMatch(part -> part.round() == round
                        && !part.isLead()
                        && !part.wasTakenAway()
                        && agencyCodes.contains(part.agencyCode()));
    }

    /** The answer that is at hand in this round: the last one that was not a contribution. */
    Optional<Answer> currentAnswer() {
        return answers.stream()
                .filter(answer -> answer.round() == round && answer.kind() != Answer.Kind.CONTRIBUTION)
                .reduce((earlier, later) -> later);
    }

    /** @throws TransitionRefused when another answer is at hand by now, or none */
    void requireAtHand(long answerId, Verb verb) {
        if (currentAnswer().filter(answer -> answer.id() == answerId).isEmpty()) {
            throw refused(WRONG_STATE, verb);
        }
    }

    /** The very report that this complaint began with, which came once more by another way. */
    boolean isReportedBy(Report report) {
        return Wording.bare(content).equals(Wording.bare(report.content()))
                && Wording.mayBeOneMoment(reportedAt, report.reportedAt());
    }

    /** What came once more may know better that the reporter, or the content, is not for everybody. */
    void keepHidden(boolean isAnonymous, boolean isSecret) {
        secret = secret || isSecret;
        anonymous = anonymous || isAnonymous;
        reporter = anonymous ? null : reporter;
    }

    /** Before it is saved for the first time. */
    void keepReporter(DataKey key, @Nullable String name) {
        keyId = key.id();
        reporter = anonymous || name == null ? null : key.seal(Reporters.PURPOSE, name);
    }

    @Nullable
    UUID keyId() {
        return keyId;
    }

    byte @Nullable [] reporter() {
        return reporter;
    }

    /**
     * Whether the answer at hand tells who complained.
     *
     * @param laterWords what the citizen wrote later
     */
    boolean answerGivesReporterAway(String laterWords, @Nullable String reporterName) {
        var words = String.join("\n", title, content, location == null ? "" : location, laterWords);
        return currentAnswer()
                .map(answer -> AnswerCheck.givesAway(answer.body(), words, reporterName))
                .orElse(false);
    }

    /**
     * The agencies that may see this complaint: those that have or had a part in it which was not taken from them. One
     * berkadar pengawasan is seen by the body that handles it and by nobody else.
     */
    Set<String> visibleTo() {
        var codes = new TreeSet<String>();
        for (var part : assignments) {
            if (!part.wasTakenAway() && mayHaveAPart(part.agencyCode())) {
                codes.add(part.agencyCode());
            }
        }
        return codes;
    }

    @Override
    public Long getId() {
        return trackingId;
    }

    /** So that a save always persists and never merges: a merge would copy new parts into empty ones. */
    @Override
    public boolean isNew() {
        return true;
    }

    // -- how it is done

    private boolean isPengawasan() {
        return classification == Classification.PENGAWASAN;
    }

    /** Complaints about officials go to the Inspektorat; about the Inspektorat, to the Sekretariat Daerah. */
    private static String handlerOf(@Nullable String accused) {
        return Agency.INSPEKTORAT.equals(accused) ? Agency.SEKRETARIAT_DAERAH : Agency.INSPEKTORAT;
    }

    private boolean mayHaveAPart(String agencyCode) {
        return !isPengawasan() || agencyCode.equals(handlerOf(accusedAgency));
    }

    private void onlyTheHandlingAgencyMayGetPengawasan(String agencyCode, Verb verb) {
        if (!mayHaveAPart(agencyCode)) {
            throw refused(ONLY_THE_HANDLING_AGENCY, verb);
        }
    }

    private State guard(Verb verb, Actor by) {
        if (!Relation.between(by, this).may(verb)) {
            throw new NotAllowed(verb + " of " + trackingId() + " by " + by.name());
        }
        return Transitions.from(state, verb).orElseThrow(() -> refused(WRONG_STATE, verb));
    }

    private TransitionRefused refused(TransitionRefused.Refusal why, Verb verb) {
        return new TransitionRefused(why, verb, state);
    }

    private String requireLead(Verb verb) {
        if (leadAgency == null) {
            throw refused(NOT_ASSIGNED, verb);
        }
        return leadAgency;
    }

    private Answer requireAnswer(Verb verb) {
        return currentAnswer().orElseThrow(() -> refused(WRONG_STATE, verb));
    }

    private void startRound(Instant at) {
        round++;
        duplicateOf = null;
        queuedAt = at;
        leadAgency = null;
    }

    private Assignment assign(String agencyCode, Assignment.Kind kind, Instant at) {
        var assignment = new Assignment(this, round, agencyCode, kind, at);
        assignments.add(assignment);
        return assignment;
    }

    private List<Assignment> open(Predicate<Assignment> which) {
        return assignments.stream()
                .filter(part -> part.round() == round && part.isOpen() && which.test(part))
                .toList();
    }

    private void backToTheDesk(Verb verb, Assignment.Ending how, String reason, Actor by, Instant at) {
        var to = guard(verb, by);
        var change = change(verb, state, to, by, at).remark(reason);
        open(part -> true).forEach(part -> change.ends(part, how));
        leadAgency = null;
        announce(change);
    }

    private void leadHasAnswered(Change change) {
        open(Assignment::isLead).forEach(part -> change.ends(part, Assignment.Ending.ANSWERED));
        open(Assignment::waitsForContribution).forEach(part -> change.ends(part, Assignment.Ending.SUPERSEDED));
    }

    /** After a revision was asked for, or an interim answer was relayed: whoever was not done has the case again. */
    private void everybodyGoesOn(Change change) {
        for (var part : assignments) {
            var isLeadAtWork = part.isLead() && part.endedAs(Assignment.Ending.ANSWERED);
            var wasCutShort = !part.isLead() && part.endedAs(Assignment.Ending.SUPERSEDED);
            if (part.round() == round && (isLeadAtWork || wasCutShort) && mayHaveAPart(part.agencyCode())) {
                part.goOn();
                change.opens(part);
            }
        }
    }

    private void endOpen(Change change) {
        open(part -> true).forEach(part -> change.ends(part, Assignment.Ending.ROUND_ENDED));
    }

    private void takeBackApproval(Verb verb, @Nullable String reason, Actor by, Instant at) {
        var to = guard(verb, by);
        var answer = requireAnswer(verb);
        if (!answer.isApproved()) {
            throw refused(NOT_APPROVED, verb);
        }
        answer.takeBackApproval();
        announce(change(verb, state, to, by, at).about(answer).remark(reason));
    }

    private Answer take(Answer answer, Change change) {
        answers.add(answer);
        announce(change.about(answer).detail(answer.kind().name()));
        return answer;
    }

    private Change change(Verb verb, @Nullable State from, State to, Actor by, Instant at) {
        return new Change(verb, from, to, by, at, leadAgency);
    }

    private void announce(Change change) {
        if (state != change.to || change.verb == Verb.RECEIVE) {
            stateSince = change.at;
        }
        state = change.to;
        version++;
        registerEvent(change.toTransition(this));
    }

    /** Collects what one transition is about until it is announced. */
    private static final class Change {

        private final Verb verb;
        private final @Nullable State from;
        private final State to;
        private final Actor by;
        private final Instant at;
        private final @Nullable String leadBefore;
        private final List<Transition.Part> opened = new ArrayList<>();
        private final List<Transition.Part> ended = new ArrayList<>();
        private Transition.@Nullable AnswerGiven answer;
        private @Nullable String remark;
        private @Nullable String detail;
        private @Nullable Instant reportedAt;

        Change(Verb verb, @Nullable State from, State to, Actor by, Instant at, @Nullable String leadBefore) {
            this.verb = verb;
            this.from = from;
            this.to = to;
            this.by = by;
            this.at = at;
            this.leadBefore = leadBefore;
        }

        Change remark(@Nullable String words) {
            remark = words;
            return this;
        }

        Change detail(String code) {
            detail = code;
            return this;
        }

        Change reportedAt(@Nullable Instant time) {
            reportedAt = time;
            return this;
        }

        Change about(Answer given) {
            answer = new Transition.AnswerGiven(given);
            return this;
        }

        Change opens(Assignment part) {
            opened.add(new Transition.Part(part));
            return this;
        }

        Change ends(Assignment part, Assignment.Ending how) {
            part.end(how, at);
            ended.add(new Transition.Part(part));
            return this;
        }

        Transition toTransition(Complaint complaint) {
            return new Transition(
                    complaint.trackingId(),
                    complaint.round,
                    complaint.version,
                    verb,
                    from,
                    to,
                    by,
                    at,
                    complaint.classification,
                    List.copyOf(opened),
                    List.copyOf(ended),
                    answer,
                    leadBefore,
                    complaint.leadAgency,
                    complaint.visibleTo(),
                    complaint.queuedAt,
                    detail,
                    remark,
                    reportedAt);
        }
    }
}
