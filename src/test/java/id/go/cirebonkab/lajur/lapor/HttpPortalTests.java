package id.go.cirebonkab.lajur.lapor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.relay.Portal.Enclosure;
import id.go.cirebonkab.lajur.relay.Portal.Ending;
import id.go.cirebonkab.lajur.relay.Portal.Failure;
import id.go.cirebonkab.lajur.relay.Portal.Kind;
import id.go.cirebonkab.lajur.relay.Portal.Parcel;
import id.go.cirebonkab.lajur.relay.PortalUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

class HttpPortalTests {

    private static final TrackingId NUMBER = new TrackingId(1916449);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new ArrayList<>();
    private HttpServer server;
    private @Nullable PortalClient client;

    private record Request(String method, String path, Map<String, List<String>> headers, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        if (client != null) {
            client.destroy();
        }
    }

    @Test
    void handsAnAnswerOverAsTheApiWantsIt() {
        answering(201, "{\"results\":{\"data\":{\"id\":4711}}}");

        var result = portal().hand(answer("Sudah diperbaiki — terima kasih.", enclosure("foto \"a\"\r\n.jpg", "isi")));

        assertThat(result.ending()).isEqualTo(Ending.ACCEPTED);
        assertThat(result.receipt()).isEqualTo("4711");
        assertThat(result.status()).isEqualTo(201);
        var request = requests.get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/api/complaints/followup/add");
        assertThat(request.headers()).containsEntry("Authorization", List.of("Bearer s3cret"));
        assertThat(request.headers()).containsEntry("Token", List.of("s3cret"));
        assertThat(request.headers().get("Content-length"))
                .containsExactly(String.valueOf(request.body().getBytes(UTF_8).length));
        assertThat(request.body())
                .contains(
                        field("user_id", "320901"),
                        field("institution_from_id", "3209"),
                        field("institution_to_id", "3209"),
                        field("complaint_id", "1916449"),
                        field("info_disposition", ""),
                        field("template_code", ""),
                        field("rating", ""),
                        field("is_secret", "1"),
                        field("content", "Sudah diperbaiki — terima kasih."),
                        "name=\"attachment[0]\"; filename=\"foto %22a%22%0D%0A.jpg\"\r\nContent-Type: image/jpeg"
                                + "\r\n\r\nisi\r\n");
    }

    @Test
    void tellsThatAReportBelongsElsewhere() {
        answering(200, "{\"message\":\"ok\"}");

        var result = portal().hand(
                        new Parcel(NUMBER, Kind.NOT_OUR_AUTHORITY, "Kewenangan provinsi & pusat", false, List.of()));

        assertThat(result.ending()).isEqualTo(Ending.ACCEPTED);
        assertThat(result.receipt()).isEqualTo("{\"message\":\"ok\"}");
        assertThat(requests.get(0).path()).isEqualTo("/api/complaints/process/1916449/reject");
        assertThat(URLDecoder.decode(requests.get(0).body(), UTF_8))
                .isEqualTo("is_request=0&reason=&reason_description=Kewenangan provinsi & pusat&not_authority=1");
    }

    @ParameterizedTest
    @CsvSource({
        "503, NOT_TAKEN, UNAVAILABLE",
        "429, NOT_TAKEN, TOO_MANY_REQUESTS",
        "401, NOT_TAKEN, NOT_AUTHORISED",
        "403, NOT_TAKEN, NOT_AUTHORISED",
        "400, REFUSED, REJECTED",
        "404, REFUSED, REJECTED",
        "422, REFUSED, REJECTED",
        "500, UNKNOWN, SERVER_ERROR",
        "502, UNKNOWN, SERVER_ERROR",
        "504, UNKNOWN, SERVER_ERROR",
        "302, UNKNOWN, BROKEN_ANSWER"
    })
    void readsEachStatus(int status, Ending ending, Failure failure) {
        answering(status, "{\"message\":\"apa pun\"}");

        var result = portal().hand(answer("jawaban"));

        assertThat(result.ending()).isEqualTo(ending);
        assertThat(result.failure()).isEqualTo(failure);
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.detail()).isEqualTo("{\"message\":\"apa pun\"}");
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":false}", "{\"status\":false}"})
    void takesANoForANoWhateverTheStatus(String body) {
        answering(200, body);

        var result = portal().hand(answer("jawaban"));

        assertThat(result.ending()).isEqualTo(Ending.REFUSED);
        assertThat(result.failure()).isEqualTo(Failure.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>pemeliharaan</html>", "{\"results\":", "[]", "\"ok\""})
    void doesNotBelieveAnAnswerThatItCanNotRead(String body) {
        answering(200, body);

        var result = portal().hand(answer("jawaban"));

        assertThat(result.ending()).isEqualTo(Ending.UNKNOWN);
        assertThat(result.failure()).isEqualTo(Failure.BROKEN_ANSWER);
    }

    @Test
    void keepsOnlyALittleOfWhatWasSaidAndNoLineOfIt() {
        answering(500, "baris\r\n2026-01-01 INFO palsu\u0085\u2028\u202e\u001b[31m" + "x".repeat(100_000));

        var detail = portal().hand(answer("jawaban")).detail();

        assertThat(detail).startsWith("baris 2026-01-01 INFO palsu [31mxxx").hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void doesNotSwallowAnAnswerWithoutEnd() {
        server.createContext("/", exchange -> {
            read(exchange);
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            for (var i = 0; i < 1_000_000; i++) {
                out.write(new byte[4096]);
            }
        });

        assertThat(portal().hand(answer("jawaban")).failure()).isEqualTo(Failure.BROKEN_ANSWER);
    }

    @Test
    void knowsThatNothingWasTakenWhenNobodyListens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        var result = portal("http://127.0.0.1:" + free).hand(answer("jawaban", enclosure("a.jpg", "isi")));

        assertThat(result.ending()).isEqualTo(Ending.NOT_TAKEN);
        assertThat(result.failure()).isEqualTo(Failure.UNREACHABLE);
        assertThat(result.status()).isNull();
    }

    @Test
    void knowsThatNothingWasTakenWhenTheNameIsUnknown() {
        var result = portal("https://portal.invalid").hand(answer("jawaban"));

        assertThat(result.ending()).isEqualTo(Ending.NOT_TAKEN);
        assertThat(result.failure()).isEqualTo(Failure.UNREACHABLE);
    }

    @Test
    void doesNotKnowWhatASlowPortalTook() {
        server.createContext("/", exchange -> {
            read(exchange);
            sleep(5_000);
            exchange.close();
        });

        var result = portal().hand(answer("jawaban"));

        assertThat(result.ending()).isEqualTo(Ending.UNKNOWN);
        assertThat(result.failure()).isEqualTo(Failure.TIMED_OUT);
    }

    @Test
    void doesNotWaitForAnAnswerThatTrickles() {
        server.createContext("/", exchange -> {
            read(exchange);
            exchange.sendResponseHeaders(200, 0);
            for (var i = 0; i < 50; i++) {
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                sleep(100);
            }
        });

        assertThat(portal().hand(answer("jawaban")).failure()).isEqualTo(Failure.TIMED_OUT);
    }

    @Test
    void doesNotKnowWhatWasTakenWhenTheConnectionBreaks() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var calls = new AtomicLong();
            threads.execute(() -> {
                while (!socket.isClosed()) {
                    try (var connection = socket.accept()) {
                        calls.incrementAndGet();
                        connection.getInputStream().read(new byte[100]);
                        connection.setSoLinger(true, 0);
                    } catch (IOException closed) {
                        return;
                    }
                }
            });

            var result = portal("http://127.0.0.1:" + socket.getLocalPort()).hand(answer("jawaban"));

            assertThat(result.ending()).isEqualTo(Ending.UNKNOWN);
            assertThat(result.failure()).isEqualTo(Failure.BROKEN_ANSWER);
            assertThat(calls).as("sent once, never again by itself").hasValue(1);
        }
    }

    @Test
    void doesNotKnowWhatWasTakenWhenAFileCanNotBeRead() {
        answering(200, "{}");
        var broken = new Enclosure("a.jpg", "image/jpeg", 10, target -> {
            throw new IOException("the file is gone");
        });

        assertThat(portal().hand(answer("jawaban", broken)).ending()).isEqualTo(Ending.UNKNOWN);
    }

    @Test
    void streamsFilesThatWouldNotFitIntoMemory() {
        var size = Runtime.getRuntime().maxMemory() / 4 + 3 * 1024 * 1024 + 17;
        var received = new AtomicLong();
        server.createContext("/", exchange -> {
            var in = exchange.getRequestBody();
            var buffer = new byte[64 * 1024];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                received.addAndGet(read);
            }
            respond(exchange, 200, "{\"id\":\"1\"}");
        });
        var large = new Enclosure("video.mp4", "video/mp4", size, target -> {
            var chunk = new byte[256 * 1024];
            for (long written = 0; written < size; ) {
                var some = (int) Math.min(chunk.length, size - written);
                target.write(chunk, 0, some);
                written += some;
            }
        });

        var result = portal().hand(answer("jawaban", large));

        assertThat(result.receipt()).isEqualTo("1");
        assertThat(received.get()).isGreaterThan(size);
    }

    @Test
    void countsTheSameAnswerOnceItStandsAtThePortal() throws PortalUnavailable {
        answering(200, """
                {"results":{"data":[
                  {"institution_from_name":"Kab. Cirebon","content":"  baris satu\\r\\nbaris dua\\n"},
                  {"content":"baris satu\\nbaris dua"},
                  {"institution_from_name":null,"content":"baris satu\\nbaris dua"},
                  {"institution_from_name":"PELAPOR","content":"baris satu\\nbaris dua"},
                  {"institution_from_name":"Kab. Cirebon","content":"baris satu baris dua"},
                  {"institution_from_name":"Kab. Cirebon","content":null},
                  {}
                ]}}""");

        assertThat(portal().count(answer("baris satu\r\nbaris dua"))).isEqualTo(3);
        assertThat(requests.get(0).method()).isEqualTo("GET");
        assertThat(requests.get(0).path()).isEqualTo("/api/complaints/1916449/followups");
        assertThat(requests.get(0).headers()).containsEntry("Token", List.of("s3cret"));
    }

    @ParameterizedTest
    @CsvSource({"x, Ditolak, 1", "REJECTED, , 1", "bukan wewenang, , 1", "4, Sedang Diproses, 0"})
    void seesThatAReportWasRejected(String code, @Nullable String name, int expected) throws PortalUnavailable {
        answering(
                200,
                "{\"results\":{\"data\":{\"status_code\":\"" + code + "\",\"status_name\":\""
                        + (name == null ? "" : name) + "\"}}}");

        var parcel = new Parcel(NUMBER, Kind.NOT_OUR_AUTHORITY, "bukan kami", false, List.of());

        assertThat(portal().count(parcel)).isEqualTo(expected);
        assertThat(requests.get(0).path()).isEqualTo("/api/complaints/1916449/complaint");
    }

    @ParameterizedTest
    @CsvSource({
        "503, {}, UNAVAILABLE",
        "500, {}, SERVER_ERROR",
        "401, {}, NOT_AUTHORISED",
        "404, {}, REJECTED",
        "200, <html>, BROKEN_ANSWER",
        "200, {}, BROKEN_ANSWER"
    })
    void saysWhenThePortalCanNotSay(int status, String body, Failure failure) {
        answering(status, body);

        assertThatThrownBy(() -> portal().count(answer("jawaban")))
                .isInstanceOfSatisfying(PortalUnavailable.class, e -> {
                    assertThat(e.failure()).isEqualTo(failure);
                    assertThat(e.status()).isEqualTo(status);
                });
    }

    @Test
    void isAutomaticOnlyWhenItKnowsWhere() {
        assertThat(portal().isAutomatic()).isTrue();
        assertThat(portal("").isAutomatic()).isFalse();
    }

    @Test
    void followsThePortOfTheServerInCoba() {
        var coba = new MockEnvironment();
        coba.setActiveProfiles("coba");

        assertThat(new PortalAddress(settings(""), coba).isKnown()).isTrue();
        assertThat(new PortalAddress(settings(""), coba).baseUrl()).isEmpty();
        coba.setProperty("local.server.port", "8123");
        assertThat(new PortalAddress(settings(""), coba).baseUrl()).hasValue("http://127.0.0.1:8123/simulasi/api");
        assertThat(new PortalAddress(settings("https://lapor.example/api/"), coba).baseUrl())
                .hasValue("https://lapor.example/api");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lapor.example", "ftp://lapor.example", "https://", "http://a b", "http://lapor.example/api"})
    void refusesToStartWithAnAddressThatIsNone(String url) {
        assertThatThrownBy(() -> settings(url)).hasStackTraceContaining("base-url");
    }

    private HttpPortal portal() {
        return portal("http://127.0.0.1:" + server.getAddress().getPort() + "/api");
    }

    private HttpPortal portal(String baseUrl) {
        var settings = settings(baseUrl);
        var address = new PortalAddress(settings, new MockEnvironment());
        client = new PortalClient(settings, address);
        return new HttpPortal(settings, address, client);
    }

    private static ApiSettings settings(String baseUrl) {
        var source = new MapConfigurationPropertySource(Map.of(
                "lajur.lapor.api.base-url", baseUrl,
                "lajur.lapor.api.token", "s3cret",
                "lajur.lapor.api.user-id", "320901",
                "lajur.lapor.api.institution-id", "3209",
                "lajur.lapor.api.connect-timeout", "300ms",
                "lajur.lapor.api.read-timeout", "700ms"));
        return new Binder(source).bindOrCreate("lajur.lapor.api", ApiSettings.class);
    }

    private static Parcel answer(String body, Enclosure... enclosures) {
        return new Parcel(NUMBER, Kind.FOLLOW_UP, body, true, List.of(enclosures));
    }

    private static Enclosure enclosure(String name, String content) {
        var bytes = content.getBytes(UTF_8);
        return new Enclosure(name, "image/jpeg", bytes.length, target -> target.write(bytes));
    }

    private static String field(String name, String value) {
        return "form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private void answering(int status, String body) {
        server.createContext("/", exchange -> {
            read(exchange);
            respond(exchange, status, body);
        });
    }

    private void read(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Map.copyOf(exchange.getRequestHeaders()),
                body));
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
