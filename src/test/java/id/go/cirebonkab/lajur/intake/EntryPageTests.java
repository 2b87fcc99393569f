package id.go.cirebonkab.lajur.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.go.cirebonkab.lajur.support.Browser;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest
@AutoConfigureMockMvc
class EntryPageTests {

    @Autowired
    private MockMvc http;

    /** A browser sends nothing for a box that is not ticked. */
    @Test
    void aComplaintIsEnteredWithoutTickingAnyBox() throws Exception {
        Browser.signedIn(http, "admin")
                .post("/pengaduan/baru", Map.of("nomor", "7100001", "isi", "Lampu jalan mati.", "tindakan", "simpan"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/pengaduan/7100001"));
    }

    @Test
    void aFieldAtFaultSaysSoAndTakesTheFocus() throws Exception {
        var answer = Browser.signedIn(http, "admin")
                .post("/pengaduan/baru", Map.of("nomor", "abc", "isi", "Lampu jalan mati.", "tindakan", "simpan"))
                .andExpect(status().isUnprocessableContent())
                .andReturn();

        var page = Jsoup.parse(answer.getResponse().getContentAsString());
        var field = page.select("#nomor");
        assertThat(page.select("[autofocus]").eachAttr("id")).containsExactly("nomor");
        assertThat(field.attr("value")).isEqualTo("abc");
        assertThat(field.attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#" + field.attr("aria-describedby")).text()).contains("1–10 angka");
        assertThat(page.select("#isi").text()).isEqualTo("Lampu jalan mati.");
        assertThat(page.select("nav a[aria-current=page]").eachAttr("href")).containsOnly("/pengaduan/baru");
    }
}
