package id.go.cirebonkab.lajur.support;

import static id.go.cirebonkab.lajur.support.People.ADMIN;
import static id.go.cirebonkab.lajur.support.People.INTAKE;
import static id.go.cirebonkab.lajur.support.People.RELAY;
import static id.go.cirebonkab.lajur.support.People.officerOf;
import static id.go.cirebonkab.lajur.support.ReportBuilder.aReport;

import id.go.cirebonkab.lajur.complaint.Answer;
import id.go.cirebonkab.lajur.complaint.AnswerText;
import id.go.cirebonkab.lajur.complaint.ArchiveKind;
import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.Evidence;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.complaint.Verb;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to one complaint, by the real commands, each in its own transaction. */
public final class Case {

    private static final String REASON = "Demikian alasannya.";

    private final Desk desk;
    private final ComplaintCommands complaints;
    private final ReportBuilder report;
    private boolean isHere;
    private @Nullable String lead;
    private int letters;

    Case(Desk desk, ReportBuilder report) {
        this.desk = desk;
        this.complaints = desk.complaints;
        this.report = report;
    }

    /** Its number; it arrives now if it has not yet. */
    public TrackingId id() {
        return arrived().report.id();
    }

    public Case arrived() {
        if (!isHere) {
            complaints.take(report.build(), List.of(), INTAKE, desk.clock.now());
            isHere = true;
        }
        return this;
    }

    /** Goes on at that time in WIB. */
    public Case at(String wib) {
        arrived();
        desk.at(wib);
        return this;
    }

    public Case forwardedTo(String leadAgency, String... supporting) {
        complaints.forward(id(), null, leadAgency, List.of(supporting), null, ADMIN);
        lead = leadAgency;
        return this;
    }

    public Case recalled() {
        complaints.recall(id(), null, REASON, ADMIN);
        return this;
    }

    public Case returned() {
        complaints.returnToDesk(id(), null, "Bukan wewenang kami.", officerOf(lead()));
        return this;
    }

    public Case reassignedTo(String newLead) {
        complaints.reassign(id(), null, newLead, REASON, ADMIN);
        lead = newLead;
        return this;
    }

    public Case contributedBy(String agency) {
        complaints.contribute(
                id(),
                null,
                new AnswerText(Answer.Kind.CONTRIBUTION, "Bagian kami.", null),
                List.of(),
                officerOf(agency));
        return this;
    }

    public Case contributionRecordedFor(String agency) {
        record(agency, Answer.Kind.FINAL);
        return this;
    }

    public Case answered() {
        return answered("Sudah kami perbaiki.");
    }

    public Case answered(String words) {
        complaints.answer(id(), null, new AnswerText(Answer.Kind.FINAL, words, null), List.of(), officerOf(lead()));
        return this;
    }

    public Case answeredInTheMeantimePromising(String day) {
        complaints.answer(
                id(),
                null,
                new AnswerText(Answer.Kind.INTERIM, "Sudah kami jadwalkan.", LocalDate.parse(day)),
                List.of(),
                officerOf(lead()));
        return this;
    }

    public Case answerRecorded() {
        record(lead(), Answer.Kind.FINAL);
        return this;
    }

    private void record(String agency, Answer.Kind kind) {
        complaints.recordAnswer(
                id(),
                null,
                agency,
                new AnswerText(kind, "Sudah kami tangani.", null),
                new Evidence("Surat 12/2026", "Kepala Kantor", desk.clock.today()),
                List.of(),
                ADMIN);
    }

    public Case sentBack() {
        complaints.askForRevision(id(), null, "Mohon lebih jelas.", ADMIN);
        return this;
    }

    public Case approved() {
        complaints.approve(id(), null, null, ADMIN);
        return this;
    }

    /** Approved and taken by the portal. */
    public Case relayed() {
        return approved().takenByThePortal();
    }

    public Case takenByThePortal() {
        desk.deliveryBecomes("ACCEPTED", id());
        complaints.markRelayed(id(), desk.answerAtHand(id()), RELAY);
        return this;
    }

    public Case refusedByThePortal() {
        desk.deliveryBecomes("REFUSED", id());
        complaints.noteRefusal(id(), desk.answerAtHand(id()), RELAY);
        return this;
    }

    public Case approvalWithdrawn() {
        desk.deliveryBecomes("WITHDRAWN", id());
        complaints.withdrawDelivery(id(), null, REASON, ADMIN);
        return this;
    }

    public Case classifiedAs(Classification wanted, @Nullable String accused) {
        complaints.classify(id(), null, wanted, accused, REASON, ADMIN);
        return this;
    }

    public Case archived() {
        return archivedAs(ArchiveKind.BUKAN_PENGADUAN);
    }

    public Case archivedAs(ArchiveKind kind) {
        complaints.archive(id(), null, kind, null, REASON, ADMIN);
        return this;
    }

    public Case archivedAsDuplicateOf(TrackingId original) {
        complaints.archive(id(), null, ArchiveKind.DUPLIKAT, original.toString(), REASON, ADMIN);
        return this;
    }

    public Case reopened() {
        complaints.reopen(id(), null, REASON, ADMIN);
        return this;
    }

    public Case closed() {
        complaints.close(id(), RELAY);
        return this;
    }

    public Case closedOnThePortal() {
        complaints.endedOnPortal(id(), Verb.CLOSE_ON_PORTAL, RELAY);
        return this;
    }

    public Case movedAway() {
        complaints.endedOnPortal(id(), Verb.MOVE_AWAY, RELAY);
        return this;
    }

    /** The citizen writes again, and never the same. */
    public Case followedUp() {
        return followedUp(aReport().saying("Belum ada perubahan, kata warga " + ++letters + "."));
    }

    public Case followedUp(ReportBuilder letter) {
        complaints.take(letter.numbered(id()).build(), List.of(), INTAKE, desk.clock.now());
        return this;
    }

    private String lead() {
        if (lead == null) {
            throw new IllegalStateException("the complaint was not forwarded yet");
        }
        return lead;
    }
}
