package id.go.cirebonkab.lajur.complaint;

import static id.go.cirebonkab.lajur.support.People.ADMIN;
import static id.go.cirebonkab.lajur.support.People.INTAKE;
import static id.go.cirebonkab.lajur.support.People.RELAY;
import static id.go.cirebonkab.lajur.support.People.officerOf;
import static id.go.cirebonkab.lajur.support.ReportBuilder.aReport;

import id.go.cirebonkab.lajur.support.ReportBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.test.util.ReflectionTestUtils;

/** A complaint at some point of its way, without any database: {@code aComplaint().forwardedTo("dputr").answered()}. */
final class ComplaintBuilder {

    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final AnswerText FINAL = new AnswerText(Answer.Kind.FINAL, "Sudah kami perbaiki.", null);
    static final AnswerText INTERIM =
            new AnswerText(Answer.Kind.INTERIM, "Sudah kami jadwalkan.", LocalDate.of(2026, 12, 1));
    static final AnswerText CONTRIBUTION = new AnswerText(Answer.Kind.CONTRIBUTION, "Bagian kami.", null);
    static final Evidence LETTER = new Evidence("Surat 12/2026", "Kepala Kantor", LocalDate.of(2026, 11, 20));

    private final Complaint complaint;

    private ComplaintBuilder(ReportBuilder report) {
        complaint = Complaint.receive(report.build(), INTAKE, NOW);
    }

    static ComplaintBuilder aComplaint() {
        return new ComplaintBuilder(aReport().numbered(new TrackingId(1_916_449)));
    }

    static ComplaintBuilder aComplaint(ReportBuilder report) {
        return new ComplaintBuilder(report);
    }

    /** What was announced since then and not yet published. */
    static List<Transition> announced(Complaint complaint) {
        Collection<?> events = ReflectionTestUtils.invokeMethod(complaint, "domainEvents");
        return Objects.requireNonNull(events).stream()
                .map(Transition.class::cast)
                .toList();
    }

    static Transition lastAnnounced(Complaint complaint) {
        var all = announced(complaint);
        return all.get(all.size() - 1);
    }

    static void forgetAnnounced(Complaint complaint) {
        ReflectionTestUtils.invokeMethod(complaint, "clearDomainEvents");
    }

    ComplaintBuilder forwardedTo(String lead, String... supporting) {
        complaint.forward(lead, List.of(supporting), null, ADMIN, NOW);
        return this;
    }

    ComplaintBuilder contributedBy(String agency) {
        complaint.contribute(CONTRIBUTION, officerOf(agency), NOW);
        return this;
    }

    ComplaintBuilder answered() {
        return answered(FINAL);
    }

    ComplaintBuilder answered(AnswerText text) {
        complaint.answer(text, officerOf(Objects.requireNonNull(complaint.leadAgency())), NOW);
        return this;
    }

    ComplaintBuilder approved() {
        complaint.approve(null, ADMIN, NOW);
        return this;
    }

    ComplaintBuilder relayed() {
        complaint.markRelayed(RELAY, NOW);
        return this;
    }

    ComplaintBuilder closed() {
        complaint.close(RELAY, NOW);
        return this;
    }

    ComplaintBuilder archived() {
        complaint.archive(ArchiveKind.BUKAN_PENGADUAN, null, "Bukan pengaduan.", ADMIN, NOW);
        return this;
    }

    ComplaintBuilder classifiedAs(Classification wanted, String accused) {
        complaint.classify(wanted, accused, "Menyangkut pegawai.", ADMIN, NOW);
        return this;
    }

    /** The complaint, with nothing left to be published. */
    Complaint now() {
        forgetAnnounced(complaint);
        return complaint;
    }
}
