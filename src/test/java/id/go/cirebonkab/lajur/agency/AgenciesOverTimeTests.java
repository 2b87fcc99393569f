package id.go.cirebonkab.lajur.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.Report;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.support.Browser;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest
@AutoConfigureMockMvc
class AgenciesOverTimeTests {

    private static final Actor ADMIN = new Actor(1L, "Admin", Role.DISTRICT_ADMIN, Set.of());

    @Autowired
    private MockMvc http;

    @Autowired
    private ComplaintCommands complaints;

    @Autowired
    private DomainClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Browser admin;

    @BeforeEach
    void theAdminSignsIn() throws Exception {
        admin = Browser.signedIn(http, "admin");
    }

    @Test
    void anAgencyBelowAnotherIsAddedAndFoundByEveryName() throws Exception {
        add(
                "uptd-satu",
                Map.of("induk", "dputr", "alias", "Bina Marga; Balai Jalan", "nip", "1975 0101 2000 01 1 001"));

        var page = page(admin.open("/perangkat-daerah/uptd-satu"));
        assertThat(page.select("#alias").val()).isEqualTo("Balai Jalan; Bina Marga");
        assertThat(page.select("#nip").val()).isEqualTo("197501012000011001");
        assertThat(page(admin.open("/perangkat-daerah/dputr")).text()).contains("UPTD Contoh uptd-satu");
        assertThat(codesFor("balai jalan")).containsExactly("uptd-satu");
        assertThat(jdbc.sql("select detail from audit_entry where deed = 'REGISTRY_CHANGED' and subject = 'uptd-satu'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("REGISTERED");
    }

    @Test
    void noAgencyIsBelowItself() throws Exception {
        add("uptd-atas", Map.of());
        add("uptd-bawah", Map.of("induk", "uptd-atas"));

        var page =
                page(change("uptd-atas", Map.of("induk", "uptd-bawah")).andExpect(status().isUnprocessableContent()));

        assertThat(page.select("#induk-salah").text()).contains("dirinya sendiri");
    }

    @Test
    void aRenamedAgencyIsFoundByTheOldNameAndOldCasesKeepIt() throws Exception {
        add("uptd-lama", Map.of("nama", "Balai Kuno"));
        var ended = forwardedTo("uptd-lama");
        complaints.recall(ended, null, "Keliru.", ADMIN);
        var open = forwardedTo("uptd-lama");

        change("uptd-lama", Map.of("nama", "Balai Baru")).andExpect(status().isSeeOther());

        assertThat(codesFor("balai kuno")).containsExactly("uptd-lama");
        var page = page(admin.open("/perangkat-daerah/uptd-lama"));
        assertThat(page.text()).contains("Nama terdahulu", "Berganti nama");
        assertThat(page(admin.open("/pengaduan/" + ended.value())).text()).contains("Balai Kuno");
        assertThat(page(admin.open("/pengaduan/" + open.value())).text())
                .contains("Balai Baru")
                .doesNotContain("Balai Kuno");
    }

    @Test
    void aSpellingMistakeIsNotKeptAsAName() throws Exception {
        add("uptd-eja", Map.of("nama", "Balay Salah"));

        change("uptd-eja", Map.of("nama", "Balai Benar", "koreksi", "ya")).andExpect(status().isSeeOther());

        assertThat(codesFor("balay salah")).isEmpty();
    }

    @Test
    void whoIsSlowerOverwritesNothing() throws Exception {
        add("uptd-dua", Map.of());
        var version = page(admin.open("/perangkat-daerah/uptd-dua"))
                .select("form input[name=versi]")
                .val();
        change("uptd-dua", Map.of("telepon", "0231 111 111")).andExpect(status().isSeeOther());

        var page = page(change("uptd-dua", Map.of("telepon", "0231 222 222", "versi", version))
                .andExpect(status().isConflict()));

        assertThat(page.select("#telepon").val()).isEqualTo("0231 222 222");
        assertThat(page.text()).contains("sudah diubah orang lain");
        assertThat(page(admin.open("/perangkat-daerah/uptd-dua"))
                        .select("#telepon")
                        .val())
                .isEqualTo("0231 111 111");
    }

    @Test
    void anAgencyWithOpenCasesIsNeitherClosedNorMerged() throws Exception {
        add("uptd-sibuk", Map.of());
        var open = forwardedTo("uptd-sibuk");

        for (var act : List.of("penutupan", "penggabungan")) {
            var page = page(admin.post("/perangkat-daerah/uptd-sibuk/" + act, Map.of("tujuan", "dputr"))
                    .andExpect(status().isConflict()));
            assertThat(page.select("[role=alert] a").eachText()).containsExactly(open.toString());
        }
        var keeper = Browser.signedIn(http, "sistem");
        var page = page(
                keeper.post("/perangkat-daerah/uptd-sibuk/penutupan", Map.of()).andExpect(status().isConflict()));
        assertThat(page.select("[role=alert]").text()).contains("1 pengaduan").doesNotContain(open.toString());

        complaints.recall(open, null, "Pindah.", ADMIN);
        admin.post("/perangkat-daerah/uptd-sibuk/penggabungan", Map.of("tujuan", "dputr"))
                .andExpect(status().isSeeOther());
        assertThat(codesFor("contoh uptd-sibuk")).containsExactly("dputr", "uptd-sibuk");
        assertThat(page(admin.open("/pengaduan")).select("#perangkat option[value=uptd-sibuk]"))
                .isEmpty();
    }

    @Test
    void whoHandlesComplaintsAboutOfficialsStays() throws Exception {
        admin.post("/perangkat-daerah/inspektorat/penutupan", Map.of()).andExpect(status().isConflict());
    }

    @Test
    void agenciesWithoutAValidLetterAreListedApart() throws Exception {
        var page = page(admin.open("/perangkat-daerah?pic=tanpa"));

        assertThat(page.select("tr[data-code=dlh]")).hasSize(1);
        assertThat(page.select("tr[data-code=dputr]")).isEmpty();
    }

    private void add(String code, Map<String, String> differently) throws Exception {
        var fields = new HashMap<>(Map.of("kode", code, "nama", "UPTD Contoh " + code, "jenis", "UNIT"));
        fields.putAll(differently);
        admin.post("/perangkat-daerah", fields).andExpect(status().isSeeOther());
    }

    private ResultActions change(String code, Map<String, String> differently) throws Exception {
        var fields = new HashMap<>(Map.of("nama", "UPTD Contoh " + code, "jenis", "UNIT"));
        fields.putAll(differently);
        return admin.post("/perangkat-daerah/" + code, fields);
    }

    private TrackingId forwardedTo(String code) {
        var id = new TrackingId(8_000
                + jdbc.sql("select count(*) from complaint").query(Long.class).single());
        var report = new Report(
                id, "Uji", "Isi uji.", null, null, false, false, null, null, null, null, null, "registry " + id);
        complaints.take(report, List.of(), Actor.system("intake"), clock.now());
        complaints.forward(id, null, code, List.of(), null, ADMIN);
        return id;
    }

    private List<String> codesFor(String words) throws Exception {
        return page(admin.open("/perangkat-daerah?q={words}", words))
                .select("tr[data-code]")
                .eachAttr("data-code");
    }

    private static Document page(ResultActions answered) throws Exception {
        return Jsoup.parse(answered.andReturn().getResponse().getContentAsString());
    }
}
