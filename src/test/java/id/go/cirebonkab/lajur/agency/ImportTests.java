package id.go.cirebonkab.lajur.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.go.cirebonkab.lajur.support.OwnDatabase;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest
@AutoConfigureMockMvc
class ImportTests {

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient jdbc;

    private Cookie admin;

    @BeforeEach
    void theAdminSignsIn() throws Exception {
        admin = signedIn("admin");
        // What a form never writes: an export that is imported again changes not even that.
        jdbc.sql("update agency set phone = '+62 231 000', address = 'Jalan  Dua Spasi' where code = 'bps'")
                .update();
    }

    @ParameterizedTest
    @CsvSource({"/perangkat-daerah,csv", "/perangkat-daerah,xlsx", "/petugas,csv", "/petugas,xlsx"})
    void anExportThatIsImportedAgainChangesNothing(String path, String form) throws Exception {
        var export = http.perform(get(path + "/ekspor?bentuk=" + form).cookie(admin))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(export.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("." + form);
        assertThat(jdbc.sql("select detail from audit_entry where deed = 'EXPORTED' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .startsWithIgnoringCase(form);

        var page = page(previewed(path, export.getContentAsByteArray()));

        assertThat(page.select("[data-outcome]")).isEmpty();
        assertThat(page.text()).contains("Tidak ada yang berubah");
        assertThat(page.select("main form")).isEmpty();
    }

    @Test
    void whatThePreviewShowsIsApplied() throws Exception {
        var preview = upload("/perangkat-daerah", """
                kode,nama,jenis,singkatan,induk
                impor-induk,Badan Impor,SKPD,,
                impor-anak,UPTD Impor,UNIT,,impor-induk
                bps,Badan Pusat Statistik Baru,INSTANSI_VERTIKAL,,""");
        var page = page(open(preview));
        assertThat(page.select("[data-line=2][data-outcome=NEW]")).hasSize(1);
        assertThat(page.select("[data-line=4][data-outcome=CHANGED]").text()).contains("→ Badan Pusat Statistik Baru");
        assertThat(count("select count(*) from agency where code like 'impor-%'"))
                .isZero();

        http.perform(post(preview).cookie(admin).with(csrf())).andExpect(status().isSeeOther());

        assertThat(count("select count(*) from agency where code like 'impor-%'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from former_name where agency_code = 'bps'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from agency where code = 'bps' and phone = '+62 231 000'"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from audit_entry where deed = 'REGISTRY_CHANGED' and detail like 'IMPORT %: 3'"))
                .isEqualTo(1);
        http.perform(post(preview).cookie(admin).with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void anOfficerComesWithLettersAndOnceOnly() throws Exception {
        var file = """
                id;nama;telepon;surel;perangkat;nomor;tanggal;berlakuMulai;berlakuSampai
                ;Impor Satu;;impor@contoh.example;bapenda;1/IMPOR;2026-01-02;2026-01-02;2099-01-01
                ;Impor Satu;;impor@contoh.example;bkad;2/IMPOR;2026-01-02;2026-01-02;2099-01-01
                """;
        var preview = upload("/petugas", file);
        http.perform(post(preview).cookie(admin).with(csrf())).andExpect(status().isSeeOther());

        assertThat(count("select count(*) from officer where name = 'Impor Satu'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from assignment_letter where number like '%/IMPOR'"))
                .isEqualTo(2);
        assertThat(page(previewed("/petugas", file.getBytes(StandardCharsets.UTF_8)))
                        .text())
                .contains("Tidak ada yang berubah");
        var later = upload("/petugas", file.replace("2099", "2098"));
        assertThat(page(open(later)).select("[data-outcome=CHANGED]")).hasSize(2);
    }

    @Test
    void oneWrongRowAndNothingIsApplied() throws Exception {
        var preview = upload("/perangkat-daerah", """
                kode;nama;jenis;nip
                salah-satu;Badan Benar;SKPD;
                salah-dua;Badan Keliru;PARTAI;12
                """);
        var page = page(open(preview));
        assertThat(page.select("[data-line=3][data-outcome=WRONG]").text()).contains("PARTAI", "18 angka");
        assertThat(page.select("main form")).isEmpty();

        http.perform(post(preview).cookie(admin).with(csrf())).andExpect(status().isConflict());

        assertThat(count("select count(*) from agency where code = 'salah-satu'"))
                .isZero();
    }

    @Test
    void nothingIsAppliedToARegistryThatHasChanged() throws Exception {
        var preview = upload("/perangkat-daerah", "kode;nama;jenis\nterlambat;Badan Terlambat;SKPD\n");
        http.perform(post("/perangkat-daerah")
                        .cookie(admin)
                        .with(csrf())
                        .param("kode", "lebih-cepat")
                        .param("nama", "Badan Cepat")
                        .param("jenis", "SKPD"))
                .andExpect(status().isSeeOther());

        var refused =
                page(http.perform(post(preview).cookie(admin).with(csrf())).andExpect(status().isConflict()));

        assertThat(refused.text()).contains("sudah diubah orang lain");
        assertThat(count("select count(*) from agency where code = 'terlambat'"))
                .isZero();
    }

    @Test
    void anotherPersonSeesNoPreviewOfMine() throws Exception {
        var preview = upload("/perangkat-daerah", "kode;nama;jenis\npunya-saya;Badan Saya;SKPD\n");

        http.perform(get(preview).cookie(signedIn("sistem"))).andExpect(status().isNotFound());
        http.perform(get(preview.replace("/perangkat-daerah", "/petugas")).cookie(admin))
                .andExpect(status().isNotFound());
    }

    private String upload(String path, String file) throws Exception {
        return send(path, file.getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location");
    }

    private ResultActions previewed(String path, byte[] file) throws Exception {
        return open(send(path, file).andReturn().getResponse().getHeader("Location"));
    }

    private ResultActions open(String path) throws Exception {
        return http.perform(get(path).cookie(admin)).andExpect(status().isOk());
    }

    private ResultActions send(String path, byte[] file) throws Exception {
        return http.perform(multipart(path + "/impor")
                .file(new MockMultipartFile("berkas", "uji.csv", "text/csv", file))
                .cookie(admin)
                .with(csrf()));
    }

    private Cookie signedIn(String username) throws Exception {
        return http.perform(post("/masuk")
                        .param("username", username)
                        .param("password", "coba-lajur")
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static Document page(ResultActions answered) throws Exception {
        return Jsoup.parse(answered.andReturn().getResponse().getContentAsString());
    }
}
