package id.go.cirebonkab.lajur.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.go.cirebonkab.lajur.support.Browser;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest
@AutoConfigureMockMvc
class RegistryPagesTests {

    @Autowired
    private MockMvc http;

    private Browser admin;

    @BeforeEach
    void theAdminSignsIn() throws Exception {
        admin = Browser.signedIn(http, "admin");
    }

    @Test
    void anAgencyWithoutAValidLetterIsMarked() throws Exception {
        var page = page(admin.open("/perangkat-daerah"));

        assertThat(page.select("tr[data-code]")).hasSizeGreaterThanOrEqualTo(88);
        assertThat(page.select("tr[data-code=dlh]").text()).contains("tanpa PIC, lewat surat");
        assertThat(page.select("tr[data-code=dputr]").text()).doesNotContain("tanpa PIC");
        assertThat(page.text()).contains("nama belum dikonfirmasi");
    }

    @Test
    void agenciesAreFoundByAnyOfTheirNames() throws Exception {
        assertThat(codesFor("pekerjaan umum")).containsExactly("dputr");
        assertThat(codesFor("DPUTR")).containsExactly("dputr");
        assertThat(codesFor("%")).isEmpty();
    }

    @Test
    void anOfficerIsRegisteredWithTheLetter() throws Exception {
        admin.post("/petugas", typed(Map.of("nama", "Siti Aminah", "perangkat", "bpbd", "telepon", "0812 3456 789")))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/petugas"));

        var row = page(admin.open("/petugas")).select("tr[data-letter]:contains(Siti Aminah)");
        assertThat(row.text())
                .contains("Badan Penanggulangan Bencana Daerah", "800/12-BPBD/2026", "0812 3456 789", "berlaku");
    }

    @Test
    void whatCanNotBeTakenComesBackAsItWasTyped() throws Exception {
        var page = page(admin.post(
                        "/petugas",
                        typed(Map.of("surel", "bukan surel", "berlakuSampai", "31-12-2030", "perangkat", "dlh")))
                .andExpect(status().isUnprocessableContent()));

        assertThat(page.select("#surel").val()).isEqualTo("bukan surel");
        assertThat(page.select("#surel-salah").text()).contains("Alamat surel tidak benar");
        assertThat(page.select("#nomor").val()).isEqualTo("800/12-BPBD/2026");
        assertThat(page.select("#perangkat option[selected]").val()).isEqualTo("dlh");
        assertThat(page.select("#berlakuSampai").val()).isEqualTo("31-12-2030");
    }

    @Test
    void aDateThatIsNoneIsNamed() throws Exception {
        assertThat(refusal(Map.of("berlakuSampai", "2026-02-30"), "berlakuSampai"))
                .contains("2026-02-30");
    }

    @Test
    void aLetterDoesNotEndBeforeItBegins() throws Exception {
        assertThat(refusal(Map.of("berlakuSampai", "2020-01-01"), "berlakuSampai"))
                .contains("berakhir sebelum dimulai");
    }

    @Test
    void anUnknownAgencyIsRefused() throws Exception {
        assertThat(refusal(Map.of("perangkat", "tidak-ada"), "perangkat")).contains("tidak dikenal");
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() throws Exception {
        var page = page(admin.post("/petugas", Map.of()).andExpect(status().isUnprocessableContent()));

        assertThat(page.select("[id$=-salah]").eachAttr("id"))
                .containsExactly(
                        "nama-salah",
                        "perangkat-salah",
                        "nomor-salah",
                        "tanggal-salah",
                        "berlakuMulai-salah",
                        "berlakuSampai-salah");
    }

    @Test
    void anOfficerHasNoRegistry() throws Exception {
        var officer = Browser.signedIn(http, "petugas.dputr");

        officer.open("/petugas").andExpect(status().isForbidden());
        officer.post("/petugas", typed(Map.of())).andExpect(status().isForbidden());
    }

    private String refusal(Map<String, String> differently, String field) throws Exception {
        return page(admin.post("/petugas", typed(differently)).andExpect(status().isUnprocessableContent()))
                .select("#" + field + "-salah")
                .text();
    }

    private List<String> codesFor(String words) throws Exception {
        return page(admin.open("/perangkat-daerah?q={words}", words))
                .select("tr[data-code]")
                .eachAttr("data-code");
    }

    private static Map<String, String> typed(Map<String, String> differently) {
        var fields = new HashMap<>(Map.of(
                "nama", "Budi Santoso",
                "perangkat", "bpbd",
                "nomor", "800/12-BPBD/2026",
                "tanggal", "2026-01-02",
                "berlakuMulai", "2026-01-02",
                "berlakuSampai", "2099-12-31"));
        fields.putAll(differently);
        return fields;
    }

    private static Document page(ResultActions answered) throws Exception {
        return Jsoup.parse(answered.andReturn().getResponse().getContentAsString());
    }
}
