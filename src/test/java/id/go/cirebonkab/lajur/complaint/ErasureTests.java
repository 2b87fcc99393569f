package id.go.cirebonkab.lajur.complaint;

import static id.go.cirebonkab.lajur.support.People.ADMIN;
import static id.go.cirebonkab.lajur.support.ReportBuilder.aReport;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.cirebonkab.lajur.complaint.Retention.Rule;
import id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal;
import id.go.cirebonkab.lajur.intake.Inbox;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.support.Case;
import id.go.cirebonkab.lajur.support.Desk;
import id.go.cirebonkab.lajur.support.KeptMessages;
import id.go.cirebonkab.lajur.support.RoomTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class ErasureTests {

    private static final String PHONE = "081234567890";
    private static final String WHY = "Diminta pelapor.";

    @Autowired
    private ComplaintCommands commands;

    @Autowired
    private Erasure erasure;

    @Autowired
    private Retention retention;

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private CaseQueries cases;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Files files;

    @Autowired
    private Desk desk;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aMonday() {
        desk.at("2026-11-23 09:00");
    }

    @Test
    void whatWasSaidOfAPersonIsGoneAndTheHistoryStays() {
        var it = desk.aComplaint(aReport().by("Siti Aminah").saying("Telepon saya di " + PHONE + "."))
                .forwardedTo("dinkes")
                .answered("Hubungi pengawas kami di 081299998888.")
                .approved()
                .takenByThePortal()
                .followedUp(aReport().saying("Nomor saya " + PHONE))
                .archived();
        var events = cases.open(it.id(), ADMIN).history().size();

        erasure.erase(it.id(), WHY, ADMIN);

        var file = cases.open(it.id(), ADMIN);
        assertThat(file.toString()).doesNotContain(PHONE, "081299998888", "Siti");
        assertThat(file.header().erasedAt()).isEqualTo(desk.now());
        assertThat(file.mayShowReporter()).isFalse();
        assertThat(disclosures.reporter(it.id(), WHY, ADMIN)).isNull();
        assertThat(file.history()).hasSize(events).allMatch(event -> event.remark() == null);
        assertThat(living(it.id())).isZero();
    }

    @Test
    void messagesAndFilesAreGoneToo() {
        var id = aReport().id();
        inbox.accept(Inbox.Channel.WEBHOOK, """
                {"tracking_id":%d,"content":"Lihat foto.","reporter_name":"Siti Aminah","attachments":[
                    {"file_name":"ktp-siti.jpg","content_type":"image/jpeg","content_base64":"/9j/"}]}""".formatted(id.value()).getBytes(UTF_8));
        var message = jdbc.sql("select file_id from raw_message where tracking_id = ?")
                .params(id.value())
                .query(UUID.class)
                .single();
        var photo = cases.open(id, ADMIN).attachments().get(0).fileId();
        assertThat(new String(KeptMessages.bytes(message, files), UTF_8)).contains("Siti");
        commands.archive(id, null, ArchiveKind.BUKAN_PENGADUAN, null, "Selesai.", ADMIN);

        erasure.erase(id, WHY, ADMIN);

        assertThat(cases.open(id, ADMIN).attachments()).isEmpty();
        for (var file : List.of(message, photo)) {
            assertThatThrownBy(() -> KeptMessages.bytes(file, files)).isInstanceOf(NotVisible.class);
            assertThat(jdbc.sql("select count(*) from file_chunk where file_id = ?")
                            .params(file)
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select name from file where id = ?")
                            .params(file)
                            .query(String.class)
                            .single())
                    .isEqualTo("dihapus");
        }
    }

    @Test
    void whatIsNotOverCannotBeErased() {
        var it = desk.aComplaint().forwardedTo("dinkes");

        assertRefused(it, Refusal.NOT_ENDED);
    }

    @Test
    void whatWaitsForThePortalCannotBeErased() {
        var it = desk.aComplaint().archivedAs(ArchiveKind.BUKAN_WEWENANG);

        assertRefused(it, Refusal.ON_ITS_WAY);
    }

    @Test
    void aHoldKeepsEverythingUntilItIsLifted() {
        var it = desk.aComplaint(aReport().by("Siti Aminah")).archived();
        erasure.hold(it.id(), "Perkara di PN Sumber.", ADMIN);
        assertThat(cases.open(it.id(), ADMIN).header().hold()).isEqualTo("Perkara di PN Sumber.");
        assertRefused(it, Refusal.ON_HOLD);
        desk.at("2046-11-23 09:00");
        runAll();
        assertThat(cases.open(it.id(), ADMIN).header().erasedAt()).isNull();

        erasure.release(it.id(), "Perkara selesai.", ADMIN);
        erasure.erase(it.id(), WHY, ADMIN);

        assertThat(cases.open(it.id(), ADMIN).header().erasedAt()).isNotNull();
        assertThat(deeds(it.id())).containsExactly("HOLD_CHANGED", "HOLD_CHANGED", "ERASED");
    }

    @Test
    void aRuleErasesWhatIsOldEnoughAndNothingElse() {
        var old = desk.aComplaint(aReport().classified(Classification.ASPIRASI).by("Siti"))
                .archived();
        desk.at("2027-11-23 09:00");
        var young = desk.aComplaint(
                        aReport().classified(Classification.ASPIRASI).by("Budi"))
                .archived();
        var otherClass = desk.aComplaint(
                        aReport().classified(Classification.PENGAWASAN).by("Agus"))
                .archived();
        desk.at("2028-11-23 09:00");
        runAll();
        assertThat(cases.open(old.id(), ADMIN).header().erasedAt()).isNull();

        desk.at("2028-11-24 09:00");
        assertThat(due(Classification.ASPIRASI)).isPositive();
        runAll();

        assertThat(cases.open(old.id(), ADMIN).header().erasedAt()).isEqualTo(desk.now());
        assertThat(cases.open(young.id(), ADMIN).header().erasedAt()).isNull();
        assertThat(cases.open(otherClass.id(), ADMIN).header().erasedAt()).isNull();
        assertThat(deeds(old.id())).containsExactly("ERASED");
    }

    @Test
    void aRuleCanBeChangedWithinReason() {
        retention.change(Classification.INFORMASI, "36", ADMIN);
        assertThat(retention.preview())
                .filteredOn(rule -> rule.classification() == Classification.INFORMASI)
                .extracting(Rule::months)
                .containsExactly(36);
        for (var wrong : List.of("0", "601", "-1", "dua", "")) {
            assertThatThrownBy(() -> retention.change(Classification.INFORMASI, wrong, ADMIN))
                    .isInstanceOf(InvalidInput.class);
        }
        retention.change(Classification.INFORMASI, "24", ADMIN);
    }

    private void runAll() {
        while (retention.run(ADMIN) > 0) {}
    }

    private long due(Classification classification) {
        return retention.preview().stream()
                .filter(rule -> rule.classification() == classification)
                .mapToLong(Rule::due)
                .sum();
    }

    private void assertRefused(Case it, Refusal refusal) {
        assertThatThrownBy(() -> erasure.erase(it.id(), WHY, ADMIN))
                .isInstanceOfSatisfying(
                        TransitionRefused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
        assertThat(cases.open(it.id(), ADMIN).header().erasedAt()).isNull();
    }

    private long living(TrackingId id) {
        return jdbc.sql("select count(*) from data_key where owner = ? and wrapped is not null")
                .params(id.value())
                .query(Long.class)
                .single();
    }

    private List<String> deeds(TrackingId id) {
        return jdbc.sql("""
                        select deed from audit_entry where kind = 'complaint' and subject = ?
                        and deed in ('ERASED', 'HOLD_CHANGED') order by id""")
                .params(String.valueOf(id.value()))
                .query(String.class)
                .list();
    }
}
