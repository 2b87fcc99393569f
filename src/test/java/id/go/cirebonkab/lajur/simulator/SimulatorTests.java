package id.go.cirebonkab.lajur.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.intake.Inbox;
import id.go.cirebonkab.lajur.intake.Unreadable;
import id.go.cirebonkab.lajur.relay.Portal;
import id.go.cirebonkab.lajur.relay.Portal.Enclosure;
import id.go.cirebonkab.lajur.relay.Portal.Ending;
import id.go.cirebonkab.lajur.relay.Portal.Failure;
import id.go.cirebonkab.lajur.relay.Portal.Kind;
import id.go.cirebonkab.lajur.relay.Portal.Parcel;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.ActiveProfiles;

@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest(
        classes = SimulatorTests.Imitation.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "lajur.simulasi.lambat=1500ms")
class SimulatorTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Portal lapor;

    @Autowired
    SimulatedPortal portal;

    @Autowired
    MovableDomainClock clock;

    @Autowired
    Imitation.RememberingInbox inbox;

    @BeforeEach
    void aFreshPortal() {
        portal.switchTo(PortalState.NORMAL);
        inbox.bodies.clear();
        inbox.broken = false;
    }

    @Nested
    class TheApi {

        @ParameterizedTest
        @CsvSource({"Authorization, Bearer coba, 200", "token, coba, 200", "token, lain, 401", "X-Other, coba, 401"})
        void asksForItsToken(String header, String value, int status) throws Exception {
            var answer = send(request("/simulasi/api/masters/templates").header(header, value));

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; frame-ancestors 'none'");
        }

        @Test
        void knowsItsInstitutionsAndTemplates() throws Exception {
            assertThat(JsonPath.<List<String>>read(
                            get("/masters/institutions/external?page_size=1000").body(), "$.results.data[*].name"))
                    .contains("Pemerintah Kabupaten Cirebon");
            assertThat(JsonPath.<List<String>>read(
                            get("/masters/templates?page_size=1000").body(), "$.results.data[*].template_code"))
                    .contains("disposition");
        }

        @Test
        void knowsEveryNumberItIsAskedAbout() throws Exception {
            var complaint = get("/complaints/9999999999/complaint");

            assertThat(complaint.statusCode()).isEqualTo(200);
            assertThat(JsonPath.<String>read(complaint.body(), "$.results.data.status_code"))
                    .isEqualTo("new");
            assertThat(JsonPath.<List<?>>read(complaint.body(), "$.results.data.status_logs"))
                    .isEmpty();
            assertThat(JsonPath.<List<?>>read(complaint.body(), "$.results.data_logs"))
                    .isEmpty();
            assertThat(JsonPath.<List<?>>read(
                            get("/complaints/9999999999/followups").body(), "$.results.data"))
                    .isEmpty();
            assertThat(get("/complaints/abc/complaint").statusCode()).isEqualTo(404);
            assertThat(get("/nothing").statusCode()).isEqualTo(404);
        }

        @Test
        void takesAnAnswerWithItsFiles() throws Exception {
            var parcel = answer(3001, "Sudah diperbaiki.\r\nTerima kasih — 🙏", file("foto jalan — 1.jpg", 70_000));

            assertThat(lapor.hand(parcel).ending()).isEqualTo(Ending.ACCEPTED);

            assertThat(lapor.count(parcel)).isEqualTo(1);
            var followUps = get("/complaints/3001/followups").body();
            assertThat(JsonPath.<String>read(followUps, "$.results.data[0].institution_from_name"))
                    .isEqualTo("Pemerintah Kabupaten Cirebon");
            assertThat(JsonPath.<String>read(followUps, "$.results.data[0].attachments[0].file_name"))
                    .isEqualTo("foto jalan — 1.jpg");
            assertThat(JsonPath.<Integer>read(followUps, "$.results.data[0].attachments[0].size"))
                    .isEqualTo(70_000);
            assertThat(JsonPath.<String>read(followUps, "$.results.data[0].created_at"))
                    .matches("\\d\\d-\\d\\d-\\d{4} \\d\\d:\\d\\d:\\d\\d");
            assertThat(page()).contains("Sudah diperbaiki.", "laporan-3001");
        }

        @Test
        void takesThatAReportBelongsElsewhere() throws Exception {
            var parcel = new Parcel(new TrackingId(3002), Kind.NOT_OUR_AUTHORITY, "Jalan nasional", false, List.of());
            assertThat(lapor.count(parcel)).isZero();

            assertThat(lapor.hand(parcel).ending()).isEqualTo(Ending.ACCEPTED);

            assertThat(lapor.count(parcel)).isEqualTo(1);
            var complaint = get("/complaints/3002/complaint").body();
            assertThat(JsonPath.<String>read(complaint, "$.results.data.status_logs[0].note"))
                    .isEqualTo("Jalan nasional");
        }

        @Test
        void refusesAnAnswerToNothing() {
            assertThat(lapor.hand(answer(3003, " ")).failure()).isEqualTo(Failure.REJECTED);
        }

        @Test
        void takesFilesByThemselves() throws Exception {
            var body = "--x\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\"a.pdf\"\r\n"
                    + "Content-Type: application/pdf\r\n\r\nisi\r\n--x--\r\n";

            var answer = send(api("/complaints/complaint/file")
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(BodyPublishers.ofString(body)));

            assertThat(JsonPath.<Integer>read(answer.body(), "$.results.docs[0].id"))
                    .isPositive();
        }

        @Test
        void listsWhatCitizensWrote() throws Exception {
            var number = complain("isi=Pohon+tumbang&judul=Pohon");

            var list = get("/complaints?institution_id=3209&updated_after=01-01-2020%2000:00:00&page=1")
                    .body();
            assertThat(JsonPath.<List<String>>read(list, "$.results.data[*].tracking_id"))
                    .contains(String.valueOf(number));
            assertThat(JsonPath.<Object>read(list, "$.results.next_page")).isNull();
            assertThat(JsonPath.<List<?>>read(
                            get("/complaints?updated_after=01-01-2999%2000:00:00")
                                    .body(),
                            "$.results.data"))
                    .isEmpty();
            assertThat(get("/complaints?page=0").statusCode()).isEqualTo(422);
            assertThat(get("/complaints?updated_after=kemarin").statusCode()).isEqualTo(422);
        }
    }

    @Nested
    class ThePortalsState {

        @Test
        void matiTakesNothing() throws Exception {
            switchTo("MATI");
            var parcel = answer(4001, "Jawaban");

            var result = lapor.hand(parcel);

            assertThat(result.ending()).isEqualTo(Ending.NOT_TAKEN);
            assertThat(result.failure()).isEqualTo(Failure.UNAVAILABLE);
            assertThat(get("/complaints/4001/followups").statusCode()).isEqualTo(503);
            assertThat(get("/nothing").statusCode()).isEqualTo(503);
            switchTo("NORMAL");
            assertThat(lapor.count(parcel)).isZero();
        }

        @Test
        void galatTakesAndSaysOtherwise() throws Exception {
            switchTo("GALAT");
            var parcel = answer(4002, "Jawaban");

            var result = lapor.hand(parcel);

            assertThat(result.ending()).isEqualTo(Ending.UNKNOWN);
            assertThat(result.failure()).isEqualTo(Failure.SERVER_ERROR);
            assertThat(lapor.count(parcel)).as("seen while it is still so").isEqualTo(1);
        }

        @Test
        void lambatTakesAtOnceAndAnswersLaterHoldingNoConnection() throws Exception {
            switchTo("LAMBAT");
            var started = System.nanoTime();
            // More than the pool has connections.
            var slow = new ArrayList<CompletableFuture<Portal.Result>>();
            for (var i = 0; i < 25; i++) {
                var parcel = answer(4100 + i, "Jawaban");
                slow.add(CompletableFuture.supplyAsync(() -> lapor.hand(parcel), task -> new Thread(task).start()));
            }

            Thread.sleep(1000);
            assertThat(lapor.count(answer(4100, "Jawaban"))).isEqualTo(1);
            assertThat(lapor.count(answer(4124, "Jawaban"))).isEqualTo(1);
            assertThat(slow).noneMatch(CompletableFuture::isDone);

            for (var each : slow) {
                assertThat(each.get(10, TimeUnit.SECONDS).ending()).isEqualTo(Ending.ACCEPTED);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(1500));
        }

        @Test
        void isReadInAnyCaseAndRefusedWhenUnknown() throws Exception {
            assertThat(post("/simulasi/lapor/keadaan", "keadaan=galat").statusCode())
                    .isEqualTo(303);
            assertThat(portal.state()).isEqualTo(PortalState.GALAT);

            var refused = post("/simulasi/lapor/keadaan", "keadaan=RUSAK");

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Pilih NORMAL, MATI, LAMBAT, atau GALAT.");
            assertThat(post("/simulasi/lapor/keadaan", "").statusCode()).isEqualTo(422);
        }
    }

    @Nested
    class TheCitizen {

        @Test
        void complainsAndTheNotificationArrivesSigned() throws Exception {
            var number = complain("judul=Lampu+mati&isi=Gelap+%E2%80%94+sejak+Senin&kategori=Perhubungan"
                    + "&klasifikasi=ASPIRASI&tanggal=2026-08-17&lokasi=Sumber&nama=Siti&rahasia=true");

            assertThat(inbox.bodies).hasSize(1);
            var body = inbox.bodies.get(0);
            assertThat(JsonPath.<String>read(body, "$.tracking_id")).isEqualTo(String.valueOf(number));
            assertThat(JsonPath.<String>read(body, "$.title")).isEqualTo("Lampu mati");
            assertThat(JsonPath.<String>read(body, "$.content")).isEqualTo("Gelap — sejak Senin");
            assertThat(JsonPath.<String>read(body, "$.classification")).isEqualTo("ASPIRASI");
            assertThat(JsonPath.<String>read(body, "$.date_of_incident")).isEqualTo("17-08-2026");
            assertThat(JsonPath.<Boolean>read(body, "$.is_anonymous")).isFalse();
            assertThat(JsonPath.<Boolean>read(body, "$.is_secret")).isTrue();
            assertThat(JsonPath.<String>read(body, "$.reporter_name")).isEqualTo("Siti");
            assertThat(page()).contains("#" + number, "Lampu mati", "diterima sebagai pengaduan baru");
        }

        @Test
        void staysUnknownWhenAnonymous() throws Exception {
            complain("isi=Pungli&nama=Siti&anonim=true");

            assertThat(inbox.bodies.get(0)).doesNotContain("Siti");
        }

        @Test
        void replies() throws Exception {
            var number = complain("isi=Jalan+rusak");

            assertThat(post("/simulasi/lapor/" + number + "/balasan", "isi=Belum+selesai")
                            .statusCode())
                    .isEqualTo(303);

            assertThat(JsonPath.<String>read(inbox.bodies.get(1), "$.content")).isEqualTo("Belum selesai");
            assertThat(JsonPath.<String>read(inbox.bodies.get(1), "$.tracking_id"))
                    .isEqualTo(String.valueOf(number));
            assertThat(page()).contains("Belum selesai", "Balasan pelapor");
        }

        @Test
        void repliesToAReportThatCameAnotherWay() throws Exception {
            assertThat(post("/simulasi/lapor/5001/balasan", "isi=Mohon+kabar&lewat=WEBHOOK")
                            .statusCode())
                    .isEqualTo(303);

            assertThat(inbox.bodies).hasSize(1);
            assertThat(page()).contains("#5001", "portal hanya tahu nomornya");
        }

        @Test
        void seesThatItDidNotArriveAndSendsItAgain() throws Exception {
            inbox.broken = true;
            var number = complain("isi=Banjir+di+Gegesik");
            assertThat(page()).contains("Notifikasi ditolak Lajur (HTTP 503)", "/" + number + "/kirim-ulang");

            inbox.broken = false;
            assertThat(post("/simulasi/lapor/" + number + "/kirim-ulang", "").statusCode())
                    .isEqualTo(303);

            assertThat(inbox.bodies).hasSize(1);
            assertThat(page()).doesNotContain("/" + number + "/kirim-ulang");
        }

        @Test
        void keepsWhatWasTypedWhenItCanNotBeTaken() throws Exception {
            var answer = post("/simulasi/lapor", "judul=Judul+saya&isi=+&tanggal=kemarin&klasifikasi=LAIN");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains(
                            "value=\"Judul saya\"",
                            "Isi laporan belum ditulis.",
                            "Tanggal tidak terbaca.",
                            "Klasifikasi tidak dikenal.");
            assertThat(inbox.bodies).isEmpty();
            assertThat(post("/simulasi/lapor/5001/balasan", "isi=").statusCode())
                    .isEqualTo(422);
            assertThat(post("/simulasi/lapor", "isi=" + "x".repeat(10_001)).statusCode())
                    .isEqualTo(422);
        }

        @Test
        void writesNoMarkupIntoThePage() throws Exception {
            complain("judul=%3Cscript%3Ealert(1)%3C/script%3E&isi=%3Cb%3Etebal%3C/b%3E%00");

            assertThat(page()).contains("&lt;script&gt;", "&lt;b&gt;tebal").doesNotContain("<script>alert");
        }

        @Test
        void leafsBackThroughOlderReports() throws Exception {
            for (var i = 0; i < 25; i++) {
                complain("isi=Laporan+ke-" + i);
            }

            var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page());

            assertThat(next.find()).isTrue();
            var older = send(own(next.group(1)));
            assertThat(older.statusCode()).isEqualTo(200);
            assertThat(older.body()).contains("Laporan ke-4").doesNotContain("Laporan ke-24");
        }
    }

    @Nested
    class Time {

        @Test
        void movesForwardAndStaysThere() throws Exception {
            var before = clock.now();

            assertThat(post("/simulasi/waktu", "jam=24").statusCode()).isEqualTo(303);
            assertThat(post("/simulasi/waktu", "jam=1,5").statusCode()).isEqualTo(303);
            assertThat(post("/simulasi/waktu", "jam=0.5").statusCode()).isEqualTo(303);

            assertThat(Duration.between(before, clock.now()))
                    .isBetween(Duration.ofHours(26), Duration.ofHours(26).plusMinutes(1));
            assertThat(clock.now().getNano() % 1000).isZero();
            var afterARestart = new MovableDomainClock(Clock.systemUTC(), jdbc, null);
            assertThat(afterARestart.ahead()).isEqualTo(clock.ahead());
            assertThat(page()).contains("data-domain-now=\"" + clock.today());
        }

        @ParameterizedTest
        @ValueSource(strings = {"jam=-1", "jam=2000.01", "jam=", "jam=besok", "jam=1e9", "jam=1e-2000000000", ""})
        void refusesWhatIsNoStepForward(String form) throws Exception {
            var before = clock.ahead();

            var answer = post("/simulasi/waktu", form);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("0 sampai 2000 jam");
            assertThat(clock.ahead()).isEqualTo(before);
        }

        @Test
        void timesWhatThePortalTakes() throws Exception {
            lapor.hand(answer(6001, "Jawaban"));

            var writtenAt =
                    JsonPath.<String>read(get("/complaints/6001/followups").body(), "$.results.data[0].created_at");
            assertThat(PortalTime.read(writtenAt))
                    .hasValueSatisfying(
                            at -> assertThat(Duration.between(at, clock.now())).isLessThan(Duration.ofMinutes(1)));
        }
    }

    @Nested
    class Strangers {

        @ParameterizedTest
        @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via", "X-Forwarded-Host"})
        void areNotLetInThroughAProxy(String header) throws Exception {
            assertThat(send(own("/simulasi/lapor").header(header, "127.0.0.1")).statusCode())
                    .isNotEqualTo(200);
        }

        @Test
        void needTheHeader() throws Exception {
            assertThat(send(request("/simulasi/lapor")).statusCode()).isNotEqualTo(200);
            assertThat(send(request("/simulasi/lapor").header("X-Simulasi", "lain"))
                            .statusCode())
                    .isNotEqualTo(200);
            assertThat(send(own("/simulasi/lapor")).headers().firstValue("Set-Cookie"))
                    .isEmpty();
        }
    }

    @Test
    void itsTablesAreTheOwnersAndTheSecondStartFindsThem(@Autowired Flyway flyway, @Autowired DataSource dataSource) {
        assertThat(jdbc.sql("select distinct tableowner from pg_tables where schemaname = 'simulasi'")
                        .query(String.class)
                        .list())
                .containsExactly("lajur_owner");
        var beans = new StaticListableBeanFactory();
        beans.addBean("flyway", flyway);

        new SimulatorSchema(beans.getBeanProvider(Flyway.class), dataSource, "lajur_app");
    }

    private long complain(String form) throws Exception {
        var answer = post("/simulasi/lapor", form + "&lewat=WEBHOOK");
        assertThat(answer.statusCode()).isEqualTo(303);
        var location = Pattern.compile("nomor=([0-9]{7,10})#laporan-")
                .matcher(answer.headers().firstValue("Location").orElseThrow());
        assertThat(location.find()).isTrue();
        return Long.parseLong(location.group(1));
    }

    private void switchTo(String state) throws Exception {
        assertThat(post("/simulasi/lapor/keadaan", "keadaan=" + state).statusCode())
                .isEqualTo(303);
    }

    private String page() throws Exception {
        var answer = send(own("/simulasi/lapor"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static Parcel answer(long number, String body, Enclosure... files) {
        return new Parcel(new TrackingId(number), Kind.FOLLOW_UP, body, false, List.of(files));
    }

    private static Enclosure file(String name, int size) {
        return new Enclosure(name, "image/jpeg", size, target -> target.write(new byte[size]));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(api(path));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(own(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder api(String path) {
        return request("/simulasi/api" + path).header("token", "coba");
    }

    private HttpRequest.Builder own(String path) {
        return request(path).header("X-Simulasi", "coba");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The imitated portal and the room that speaks with it; the desk behind is an inbox that remembers. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "id.go.cirebonkab.lajur.simulator",
                "id.go.cirebonkab.lajur.lapor",
                "id.go.cirebonkab.lajur.shared"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
    static class Imitation {

        /** Nobody has signed in: what the layout asks. */
        @Bean
        Nobody visitor() {
            return new Nobody();
        }

        @Bean
        RememberingInbox inbox() {
            return new RememberingInbox();
        }

        @Bean
        @Order(20)
        SecurityFilterChain people(HttpSecurity http) {
            return http.authorizeHttpRequests(paths -> paths.requestMatchers("/api/lapor/notifications", "/error")
                            .permitAll()
                            .requestMatchers("/simulasi/**")
                            .hasRole("DISTRICT_ADMIN")
                            .anyRequest()
                            .denyAll())
                    .csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"))
                    .build();
        }

        static class Nobody {

            public @Nullable Object actor() {
                return null;
            }

            public List<Object> menu() {
                return List.of();
            }
        }

        static class RememberingInbox implements Inbox {

            final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
            volatile boolean broken;

            @Override
            public Receipt accept(Channel channel, byte[] body) {
                if (broken) {
                    throw new IllegalStateException("no disk");
                }
                bodies.add(new String(body, StandardCharsets.UTF_8));
                return new Receipt(UUID.randomUUID(), Outcome.ACCEPTED);
            }

            @Override
            public Optional<UUID> keep(Channel channel, Body body) {
                return Optional.empty();
            }

            @Override
            public void setAside(UUID message, Unreadable.Reason reason, String detail) {}

            @Override
            public Outcome read(UUID message) {
                return Outcome.DUPLICATE;
            }
        }
    }
}
