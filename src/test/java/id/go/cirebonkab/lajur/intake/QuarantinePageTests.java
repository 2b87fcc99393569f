package id.go.cirebonkab.lajur.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.intake.Inbox.Channel;
import id.go.cirebonkab.lajur.intake.Source.Kind;
import id.go.cirebonkab.lajur.intake.Source.Standing;
import id.go.cirebonkab.lajur.support.Browser;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.time.Instant;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest
@AutoConfigureMockMvc
class QuarantinePageTests {

    private static final Instant SINCE = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    private MockMvc http;

    @Autowired
    private KeptInbox inbox;

    @Autowired
    private Told told;

    @Test
    void tellsHowTheMailboxGoes() throws Exception {
        told.standing = new Standing(Kind.MAILBOX, SINCE, "lapor.mailbox.LOGIN_REFUSED", 2);
        assertThat(source(page("/karantina")))
                .contains("Kotak surat: gagal sejak", "09.00", "kata sandi ditolak", "2 surat belum dapat diambil");

        told.standing = new Standing(Kind.MAILBOX, SINCE, null, 0);
        assertThat(source(page("/karantina"))).contains("tersambung sejak").doesNotContain("gagal");

        told.standing = new Standing(Kind.MAILBOX, null, null, 0);
        assertThat(source(page("/karantina"))).contains("belum diperiksa");
    }

    @Test
    void showsAMailDecodedAndWithoutTheReporter() throws Exception {
        var kept = inbox.accept(Channel.MAIL, """
                From: LAPOR! <noreply@lapor.example>
                Subject: =?utf-8?Q?Laporan_=E2=80=94_baru?=
                Date: Mon, 23 Nov 2026 09:00:00 +0700
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                <table><tr><td>Nomor Laporan<td>7200001<tr><td>Anonim<td>Ya<tr><td>Nama Pelapor<td>Siti Aminah
                <tr><td>Email Pelapor<td>siti@rumah.example<tr><td>Isi<td></table>""".getBytes(UTF_8));
        assertThat(kept.outcome()).isEqualTo(Inbox.Outcome.QUARANTINED);

        var shown = page("/karantina/" + kept.message()).select("pre").text();
        assertThat(shown)
                .contains("From: LAPOR! <noreply@lapor.example>", "Subject: Laporan — baru", "Date: Mon, 23 Nov 2026")
                .contains("Nomor Laporan", "Nama Pelapor")
                .doesNotContain("Siti", "siti@", "<td>");
        assertThat(page("/pengaduan/baru?pesan=" + kept.message())
                        .select("#tempel")
                        .text())
                .contains("Nomor Laporan")
                .doesNotContain("Siti");
        assertThat(page("/karantina")
                        .select("[data-message=" + kept.message() + "] .tag")
                        .text())
                .isEqualTo("surel");
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(Browser.signedIn(http, "admin")
                .open(path)
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private static String source(Document page) {
        return page.select("[data-source=MAILBOX]").text();
    }

    @TestConfiguration
    static class Ways {

        @Bean
        Told told() {
            return new Told();
        }
    }

    static class Told implements Source {

        private volatile Standing standing = new Standing(Kind.MAILBOX, null, null, 0);

        @Override
        public Optional<Standing> standing() {
            return Optional.of(standing);
        }
    }
}
