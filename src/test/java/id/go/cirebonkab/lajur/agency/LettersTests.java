package id.go.cirebonkab.lajur.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.support.Browser;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The officer of DPUTR signs in once and stays signed in; whatever changes, changes at once. */
@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest
@AutoConfigureMockMvc
class LettersTests {

    /** Of the demonstration: in the hands of DPUTR and not yet answered. */
    private static final String CASE = "/pengaduan/1916404";

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DomainClock clock;

    private Browser admin;
    private Browser officer;
    private String id;
    private String other;

    @BeforeEach
    void bothSignIn() throws Exception {
        admin = Browser.signedIn(http, "admin");
        officer = Browser.signedIn(http, "petugas.dputr");
        id = officerOf("petugas.dputr");
        other = officerOf("petugas.disdukcapil");
    }

    @AfterEach
    void theLetterIsValidAgain() throws Exception {
        admin.post("/petugas/" + id + "/keaktifan", Map.of("aktif", "true"));
        for (var leave : jdbc.sql("select id from officer_leave where not cancelled")
                .query(Long.class)
                .list()) {
            admin.post("/petugas/" + id + "/cuti/" + leave + "/pembatalan", Map.of());
        }
        jdbc.sql("update assignment_letter set withdrawn_on = null where number like 'CONTOH/%'")
                .update();
        endsIn(1_000);
        jdbc.sql("update assignment_letter set withdrawn_on = '2020-01-01' where number like 'Baru/%'")
                .update();
        changed();
    }

    @Test
    void withoutAValidLetterAnOfficerReadsAndIsToldWhatToDo() throws Exception {
        endsIn(-1);
        changed();

        var page = page(officer.open(CASE).andExpect(status().isOk()));
        assertThat(page.select("[data-needs-letter]").text()).contains("surat tugas", "admin kabupaten");
        assertThat(page.select("form[action$=/jawaban], form[action$=/pengembalian]"))
                .isEmpty();
        for (var form : Map.of("jawaban", "isi", "pengembalian", "alasan").entrySet()) {
            var refused = page(officer.post(CASE + "/" + form.getKey(), Map.of(form.getValue(), "Sudah ditangani."))
                    .andExpect(status().isConflict()));
            assertThat(refused.select(".problem").text())
                    .contains("tidak memegang surat tugas yang berlaku", "Sudah ditangani.");
        }
        assertThat(page(officer.open("/pengaduan")).select("[role=status]").text())
                .contains("tidak berlaku");
        assertThat(page(admin.open(CASE))
                        .select(".parts li:contains(Pekerjaan Umum)")
                        .text())
                .contains("tanpa PIC");
    }

    @Test
    void aTransitionAsksTheDatabaseAndNotWhatPagesHold() throws Exception {
        officer.open(CASE).andExpect(status().isOk());
        endsIn(-1);

        officer.post(CASE + "/jawaban", Map.of("isi", "Sudah.")).andExpect(status().isConflict());
    }

    @Test
    void aRenewalGivesTheFormBackWithoutSigningInAnew() throws Exception {
        endsIn(-1);
        changed();

        admin.post("/petugas/" + id + "/surat-tugas", letter("Baru/" + System.nanoTime()))
                .andExpect(status().isSeeOther());

        assertThat(page(officer.open(CASE)).select("form[action$=/jawaban]")).hasSize(1);
    }

    @Test
    void whoseLetterEndsWithinThirtyDaysIsWarned() throws Exception {
        endsIn(31);
        changed();
        assertThat(page(officer.open("/pengaduan")).select("[data-letter-days]"))
                .isEmpty();

        endsIn(30);
        changed();
        assertThat(page(officer.open("/pengaduan"))
                        .select("[data-letter-days=30]")
                        .text())
                .contains("DPUTR berakhir dalam 30 hari");

        endsIn(0);
        changed();
        assertThat(page(officer.open("/pengaduan"))
                        .select("[data-letter-days=0]")
                        .text())
                .contains("hari ini");
    }

    @Test
    void aSubstituteActsDuringTheLeaveOnly() throws Exception {
        var substitute = Browser.signedIn(http, "petugas.disdukcapil");
        substitute.open(CASE).andExpect(status().isNotFound());

        leave(0, 3).andExpect(status().isSeeOther());
        assertThat(page(substitute.open(CASE)).select("form[action$=/jawaban]")).hasSize(1);

        endsIn(-1);
        changed();
        substitute.open(CASE).andExpect(status().isNotFound());
        endsIn(100);
        changed();

        var leave =
                jdbc.sql("select max(id) from officer_leave").query(Long.class).single();
        admin.post("/petugas/" + id + "/cuti/" + leave + "/pembatalan", Map.of())
                .andExpect(status().isSeeOther());
        substitute.open(CASE).andExpect(status().isNotFound());

        leave(2, 3).andExpect(status().isSeeOther());
        substitute.open(CASE).andExpect(status().isNotFound());
        leave(3, 5).andExpect(status().isUnprocessableContent());
    }

    @Test
    void aWithdrawnLetterAndAnOfficerWhoIsOffReadNothing() throws Exception {
        admin.post("/petugas/" + id + "/keaktifan", Map.of("aktif", "false")).andExpect(status().isSeeOther());
        officer.open(CASE).andExpect(status().isNotFound());
        admin.post("/petugas/" + id + "/keaktifan", Map.of("aktif", "true"));
        officer.open(CASE).andExpect(status().isOk());

        var letter = jdbc.sql("select id from assignment_letter where number = 'CONTOH/DPUTR/1'")
                .query(Long.class)
                .single();
        admin.post("/petugas/" + id + "/surat-tugas/" + letter + "/pencabutan", Map.of())
                .andExpect(status().isSeeOther());
        officer.open(CASE).andExpect(status().isNotFound());
    }

    @Test
    void aScanIsKeptAndOnlyEverDownloaded() throws Exception {
        var letter = jdbc.sql("select id from assignment_letter where number = 'CONTOH/DPUTR/1'")
                .query(Long.class)
                .single();
        var path = "/petugas/" + id + "/surat-tugas/" + letter + "/pindaian";

        scan(path, "%PDF-1.7 contoh").andExpect(status().isSeeOther());
        admin.open(path)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")));
        scan(path, "<html><script>alert(1)</script>").andExpect(status().isUnprocessableContent());
        officer.open(path).andExpect(status().isForbidden());
    }

    private ResultActions scan(String path, String content) throws Exception {
        var session = http.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/masuk")
                        .param("username", "admin")
                        .param("password", "coba-lajur")
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");
        var file = new MockMultipartFile(
                "pindaianSusulan", "surat.pdf", "application/pdf", content.getBytes(StandardCharsets.UTF_8));
        return http.perform(multipart(path).file(file).cookie(session).with(csrf()));
    }

    private ResultActions leave(int from, int until) throws Exception {
        return admin.post(
                "/petugas/" + id + "/cuti",
                Map.of(
                        "pengganti", other,
                        "cutiMulai", clock.today().plusDays(from).toString(),
                        "cutiSampai", clock.today().plusDays(until).toString()));
    }

    private Map<String, String> letter(String number) {
        return new HashMap<>(Map.of(
                "perangkat", "dputr",
                "nomor", number,
                "tanggal", clock.today().toString(),
                "berlakuMulai", clock.today().toString(),
                "berlakuSampai", clock.today().plusYears(1).toString()));
    }

    private void endsIn(int days) {
        jdbc.sql("""
                        update assignment_letter set valid_from = '2020-01-01', valid_until = ?
                        where number = 'CONTOH/DPUTR/1'""").params(clock.today().plusDays(days)).update();
    }

    /** As if by the screens: what pages hold is forgotten. */
    private void changed() throws Exception {
        var phone = "0812 " + (System.nanoTime() % 1_000_000);
        admin.post("/petugas/" + id, Map.of("nama", "Petugas DPUTR (contoh)", "telepon", phone))
                .andExpect(status().isSeeOther());
    }

    private String officerOf(String username) {
        return jdbc.sql("select officer_id from account where username = ?")
                .params(username)
                .query(String.class)
                .single();
    }

    private static Document page(ResultActions answered) throws Exception {
        return Jsoup.parse(answered.andReturn().getResponse().getContentAsString());
    }
}
