package id.go.cirebonkab.lajur.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.intake.Readings;
import id.go.cirebonkab.lajur.simulator.SimulatedPortal.Notification;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import id.go.cirebonkab.lajur.support.TestDatabase;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.context.ActiveProfiles;

/** The demonstration's mail server, by SMTP, by IMAP, and on its page. */
@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest(
        classes = SimulatorTests.Imitation.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "lajur.simulasi.lambat=1500ms")
class MailTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Autowired
    JavaMailSender lajursOwn;

    @Autowired
    SimulatedPortal portal;

    @Test
    void aComplaintArrivesInTheMailboxAsTextAndAsHtml() throws Exception {
        var number = complain("judul=Lampu+mati&isi=Gelap+%E2%80%94+sejak+Senin&nama=Siti");

        var mail = mailOf(number, 0);

        assertThat(mail.getFrom()[0]).hasToString("noreply@lapor.example");
        assertThat(mail.getAllRecipients()[0]).hasToString("lapor@lajur.example");
        assertThat(part(mail, "text/plain"))
                .contains("Tracking ID: " + number, "Judul Laporan: Lampu mati", "Nama Pelapor: Siti");
        assertThat(part(mail, "text/html")).contains("<b>Tracking ID:</b> " + number, "Gelap — sejak Senin");
        assertThat(page("/simulasi/lapor")).contains("Notifikasi sudah dikirim lewat surel.");
    }

    @Test
    void theMailSaysWhatTheWebhookWouldHaveSaid() throws Exception {
        var odd = "Dini hari.\nLokasi: pasar lama\nInstansi: tidak tahu\nNo HP pelapor: 0812\n- Judul: bukan ini\n\n"
                + "x".repeat(1200) + "\n<b>tebal</b> & selesai";
        var number = complain("judul=Jalan+%22rusak%22+%3Cparah%3E&kategori=Perhubungan&klasifikasi=PENGAWASAN"
                + "&tanggal=2026-08-17&lokasi=Sumber,+dekat+balai&nama=Siti&rahasia=true&isi=" + encoded(odd));
        var bare = complain("isi=Pungli&nama=Siti&anonim=true");

        for (var id : List.of(number, bare)) {
            var sent = portal.notifications(List.of(id)).get(0);
            var mail = mailOf(id, 0);
            assertThat(Readings.ofText(part(mail, "text/plain"))).isEqualTo(Readings.ofJson(sent.body()));
        }
        assertThat(source(mailOf(bare, 0))).doesNotContain("Siti");
    }

    @Test
    void filesComeAlong() throws Exception {
        var body = """
                {"tracking_id":"7","content":"Foto","created_at":"23-11-2026 09:00:00",
                 "attachments":[{"file_name":"foto jalan.jpg","content_type":"image/jpeg","content_base64":"aGFsbw=="}]}""";
        var mail = new JavaMailSenderImpl().createMimeMessage();

        NotificationMail.write(
                new Notification(1, 7, false, Way.SUREL, "Foto", body, Instant.EPOCH, null, null, null), mail);
        mail.saveChanges();

        var file = ((Multipart) mail.getContent()).getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("foto jalan.jpg");
        assertThat(file.getContentType()).startsWith("image/jpeg");
        assertThat(file.getInputStream().readAllBytes()).asString().isEqualTo("halo");
    }

    @Test
    void aReplyGoesTheWayOfItsReportAndIsSentAgainThatWay() throws Exception {
        var number = complain("isi=Jalan+rusak");

        post("/simulasi/lapor/" + number + "/balasan", "isi=Belum+selesai");
        post("/simulasi/lapor/" + number + "/kirim-ulang", "");

        assertThat(part(mailOf(number, 1), "text/plain")).contains("Belum selesai");
        assertThat(part(mailOf(number, 2), "text/plain")).isEqualTo(part(mailOf(number, 0), "text/plain"));
    }

    @Test
    void aReportThatIsOnlyListedIsSentNowhere() throws Exception {
        var number = complain("isi=Hanya+di+daftar&lewat=daftar");

        assertThat(mailsOf(number)).isEmpty();
        assertThat(page("/simulasi/lapor")).contains("menunggu ditemukan di daftar portal");
        assertThat(post("/simulasi/lapor", "isi=Merpati&lewat=MERPATI").statusCode())
                .isEqualTo(422);
    }

    @Test
    void mailToOfficersIsShownWithItsLinkAndWithoutItsHtml() throws Exception {
        var mail = lajursOwn.createMimeMessage();
        var helper = new MimeMessageHelper(mail, true, "UTF-8");
        helper.setFrom("lajur@lajur.example");
        helper.setTo("petugas.dputr@lajur.example");
        helper.setSubject("<i>Tugas</i> baru");
        helper.setText("Buka http://127.0.0.1:1/pengaduan/7 sekarang", "<script>alert('jahat')</script>");
        lajursOwn.send(mail);

        var page = page("/simulasi/surat-masuk?penerima=Petugas.DPUTR@lajur.example");

        assertThat(page)
                .contains(
                        "data-recipient=\"petugas.dputr@lajur.example\"",
                        "&lt;i&gt;Tugas&lt;/i&gt; baru",
                        "href=\"http://127.0.0.1:1/pengaduan/7\"",
                        "lajur@lajur.example")
                .doesNotContain("jahat");
        assertThat(page("/simulasi/surat-masuk")).contains("Tugas");
        assertThat(page("/simulasi/surat-masuk?penerima=lain@lajur.example"))
                .contains("Belum ada surel.")
                .doesNotContain("Tugas&lt;");
    }

    @Test
    void notificationsAreShownApartAndListsGoOnByKey() throws Exception {
        for (var i = 0; i < 21; i++) {
            var mail = new SimpleMailMessage();
            mail.setFrom("lajur@lajur.example");
            mail.setTo("banyak@lajur.example");
            mail.setSubject("Surel ke-" + i);
            mail.setText("Isi");
            lajursOwn.send(mail);
        }
        complain("isi=Terpisah");

        var first = page("/simulasi/surat-masuk?penerima=banyak@lajur.example");
        assertThat(first).contains("Surel ke-20", "Surel ke-1<").doesNotContain("Surel ke-0", "Laporan Baru");
        var next = first.replaceFirst("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(page(next)).contains("Surel ke-0").doesNotContain("Surel ke-1<");
        assertThat(page("/simulasi/surat-masuk?penerima=lapor@lajur.example")).contains("Laporan Baru");
        assertThat(page("/simulasi/surat-masuk")).doesNotContain("Laporan Baru");
    }

    @Test
    void whatWasTakenSurvivesARestart() throws Exception {
        var database = TestDatabase.fresh();
        String before;
        try (var first = started(database)) {
            var mail = new SimpleMailMessage();
            mail.setFrom("warga@example.org");
            mail.setTo("lapor@lajur.example");
            mail.setSubject("Kiriman seseorang — lewat SMTP");
            mail.setText("Nomor: 77");
            first.getBean(JavaMailSender.class).send(mail);
            mail.setTo("petugas.dputr@lajur.example");
            first.getBean(JavaMailSender.class).send(mail);
            before = source(inbox(first.getEnvironment()).get(0));
        }

        try (var second = started(database)) {
            assertThat(inbox(second.getEnvironment()))
                    .singleElement()
                    .satisfies(mail -> assertThat(source(mail)).isEqualTo(before));
            assertThat(second.getBean(KeptMails.class).newest(10, null, null)).hasSize(1);
        }
    }

    private static ConfigurableApplicationContext started(TestDatabase database) {
        return new SpringApplicationBuilder(SimulatorTests.Imitation.class)
                .profiles("coba")
                .run(
                        "--server.port=0",
                        "--lajur.database=url",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + TestDatabase.APP,
                        "--spring.datasource.password=" + database.appPassword(),
                        "--spring.flyway.url=" + database.url(),
                        "--spring.flyway.user=" + TestDatabase.OWNER,
                        "--spring.flyway.password=" + database.ownerPassword());
    }

    private MimeMessage mailOf(long number, int position) throws Exception {
        return mailsOf(number).get(position);
    }

    private List<MimeMessage> mailsOf(long number) throws Exception {
        var found = new ArrayList<MimeMessage>();
        for (var mail : inbox(environment)) {
            if (mail.getSubject().endsWith("#" + number)) {
                found.add(mail);
            }
        }
        return found;
    }

    /** As a mail reader sees it. */
    private static List<MimeMessage> inbox(Environment environment) throws MessagingException {
        var store = Session.getInstance(new Properties())
                .getStore(new URLName(environment.getRequiredProperty("local.mailbox.url")));
        store.connect();
        try (store;
                var inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            var mails = new ArrayList<MimeMessage>();
            for (var mail : inbox.getMessages()) {
                assertThat(mail.isSet(Flags.Flag.DELETED)).isFalse();
                mails.add(new MimeMessage((MimeMessage) mail));
            }
            return mails;
        }
    }

    private static String part(Part from, String type) throws MessagingException, IOException {
        if (from.isMimeType(type)) {
            return ((String) from.getContent()).replace("\r\n", "\n");
        }
        if (from.getContent() instanceof Multipart parts) {
            for (var at = 0; at < parts.getCount(); at++) {
                var found = part(parts.getBodyPart(at), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String source(MimeMessage mail) throws Exception {
        var source = new ByteArrayOutputStream();
        mail.writeTo(source);
        return source.toString(StandardCharsets.UTF_8);
    }

    private long complain(String form) throws Exception {
        var answer = post("/simulasi/lapor", form);
        assertThat(answer.statusCode()).isEqualTo(303);
        return Long.parseLong(
                answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*nomor=([0-9]+).*", "$1"));
    }

    private String page(String path) throws Exception {
        var answer = send(request(path));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Simulasi", "coba");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
