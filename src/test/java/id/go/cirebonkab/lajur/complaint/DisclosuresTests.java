package id.go.cirebonkab.lajur.complaint;

import static id.go.cirebonkab.lajur.support.People.ADMIN;
import static id.go.cirebonkab.lajur.support.People.SUPERVISOR;
import static id.go.cirebonkab.lajur.support.People.officerOf;
import static id.go.cirebonkab.lajur.support.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.cirebonkab.lajur.platform.Vault;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotAllowed;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.support.Desk;
import id.go.cirebonkab.lajur.support.RoomTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class DisclosuresTests {

    private static final String WORDS = "Hubungi saya di 081234567890 supaya cepat.";

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private CaseQueries cases;

    @Autowired
    private Vault vault;

    @Autowired
    private Desk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theDeskSeesTheNameForAReasonThatIsWrittenDown() {
        var it = desk.aComplaint(aReport().by("Siti Aminah"));

        assertThat(disclosures.reporter(it.id(), "Diminta Inspektorat.", ADMIN)).isEqualTo("Siti Aminah");

        assertThat(entries(it.id())).containsExactly("READ_IDENTITY Diminta Inspektorat.");
    }

    @Test
    void withoutAReasonNothingIsShownAndNothingWritten() {
        var it = desk.aComplaint(aReport().by("Siti Aminah"));

        assertThatThrownBy(() -> disclosures.reporter(it.id(), " ", ADMIN)).isInstanceOf(InvalidInput.class);

        assertThat(entries(it.id())).isEmpty();
    }

    @Test
    void nobodyElseSeesTheName() {
        var it = desk.aComplaint(aReport().by("Siti Aminah")).forwardedTo("dinkes");

        assertThatThrownBy(() -> disclosures.reporter(it.id(), "Ingin tahu.", officerOf("dinkes")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> disclosures.reporter(it.id(), "Ingin tahu.", SUPERVISOR))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> disclosures.reporter(it.id(), "Ingin tahu.", officerOf("dlh")))
                .isInstanceOf(NotVisible.class);
        assertThat(entries(it.id())).isEmpty();
    }

    @Test
    void theLeadAgencySeesTheMaskedWordsForAReasonThatIsWrittenDown() {
        var it = desk.aComplaint(aReport().saying(WORDS)).forwardedTo("dinkes", "dlh");
        var officer = officerOf("dinkes");
        assertThat(cases.open(it.id(), officer).mayShowMasked()).isTrue();
        assertThat(cases.open(it.id(), officer).header().content()).doesNotContain("081234567890");

        assertThat(disclosures
                        .unmasked(it.id(), "Menelepon pelapor.", officer)
                        .header()
                        .content())
                .isEqualTo(WORDS);

        assertThat(entries(it.id())).containsExactly("READ_UNMASKED Menelepon pelapor.");
        for (var other : List.<Actor>of(officerOf("dlh"), SUPERVISOR)) {
            assertThat(cases.open(it.id(), other).mayShowMasked()).isFalse();
            assertThatThrownBy(() -> disclosures.unmasked(it.id(), "Ingin tahu.", other))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void whereNothingIsMaskedThereIsNothingToShow() {
        var it = desk.aComplaint(aReport().saying("Lampu jalan padam.")).forwardedTo("dinkes");

        assertThat(cases.open(it.id(), officerOf("dinkes")).mayShowMasked()).isFalse();
    }

    @Test
    void noRowHoldsTheNameOpen() {
        var it = desk.aComplaint(aReport().by("Siti Aminah"));

        var row = jdbc.sql(
                        "select c::text || coalesce(k::text, '') from complaint c left join data_key k on k.id = c.key_id"
                                + " where tracking_id = ?")
                .params(it.id().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("Siti", java.util.HexFormat.of().formatHex("Siti".getBytes()));
    }

    @Test
    void withTheKeyTheNameIsGone() {
        var it = desk.aComplaint(aReport().by("Siti Aminah"));

        transaction.executeWithoutResult(status -> vault.destroy(it.id().value()));

        assertThat(disclosures.reporter(it.id(), "Diminta Inspektorat.", ADMIN)).isNull();
    }

    @Test
    void anAnonymousReportKeepsNoName() {
        var it = desk.aComplaint(aReport().by("Siti Aminah").isAnonymous());

        assertThat(cases.open(it.id(), ADMIN).mayShowReporter()).isFalse();
        assertThat(disclosures.reporter(it.id(), "Diminta Inspektorat.", ADMIN)).isNull();
    }

    private List<String> entries(TrackingId id) {
        return jdbc.sql("""
                        select deed || ' ' || detail from audit_entry
                        where kind = 'complaint' and subject = ? and deed like 'READ_%' and deed <> 'READ_CASE'""")
                .params(id.toString().replace("#", ""))
                .query(String.class)
                .list();
    }
}
