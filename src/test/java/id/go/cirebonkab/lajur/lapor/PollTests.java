package id.go.cirebonkab.lajur.lapor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.go.cirebonkab.lajur.complaint.CaseFile;
import id.go.cirebonkab.lajur.complaint.CaseQueries;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.intake.Inbox;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.support.Desk;
import id.go.cirebonkab.lajur.support.KeptMessages;
import id.go.cirebonkab.lajur.support.People;
import id.go.cirebonkab.lajur.support.ReportBuilder;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.StandingClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@Import(PollCursor.class)
@ExtendWith(OutputCaptureExtension.class)
class PollTests {

    @Autowired
    private PollCursor cursor;

    @Autowired
    private Inbox inbox;

    @Autowired
    private CaseQueries cases;

    @Autowired
    private Desk desk;

    @Autowired
    private StandingClock clock;

    @Autowired
    private DomainClock domainClock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Files files;

    @Autowired
    private TransactionTemplate transaction;

    /** One for each test, and with it a cursor of its own. */
    private final String institution = UUID.randomUUID().toString();

    private final List<String> asked = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private int status = 200;
    private HttpServer server;
    private PortalClient client;
    private Poll poll;
    private TrackingId id;

    @BeforeEach
    void aPortal() throws IOException {
        desk.at("2026-11-23 09:00");
        id = ReportBuilder.aReport().id();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/complaints", this::answer);
        server.start();
        var settings = new Binder(new MapConfigurationPropertySource(Map.of(
                        "lajur.lapor.api.base-url",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/api",
                        "lajur.lapor.api.token",
                        "s3cret",
                        "lajur.lapor.api.institution-id",
                        institution,
                        "lajur.lapor.api.poll",
                        "20s")))
                .bind("lajur.lapor.api", ApiSettings.class)
                .get();
        var address = new PortalAddress(settings, new MockEnvironment());
        client = new PortalClient(settings, address);
        var portal = new HttpPortal(settings, address, client);
        poll = new Poll(settings, address, portal, cursor, inbox, transaction, clock, domainClock);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.destroy();
    }

    @Test
    void whatStandsInTheListBecomesAComplaint() {
        pages.add(page("null", report("Lampu padam.", "23-11-2026 08:00:00")));

        poll.look();

        assertThat(opened().header().content()).isEqualTo("Lampu padam.");
        assertThat(asked)
                .containsExactly("institution_id=" + institution + "&updated_after=16-11-2026 09:00:00&page=1");
        assertThat(poll.standing().orElseThrow().failure()).isNull();
    }

    @Test
    void everyPageIsRead() {
        pages.add(page("2", report("Lampu padam.", "23-11-2026 08:00:00")));
        pages.add(page("\"3\"", report("Masih padam.", "23-11-2026 08:10:00")));
        pages.add(page("null", report("Tetap padam.", "23-11-2026 08:20:00")));

        poll.look();

        assertThat(opened().followUps())
                .extracting(CaseFile.Reply::content)
                .containsExactly("Masih padam.", "Tetap padam.");
        assertThat(asked).hasSize(3).last().asString().endsWith("page=3");
        assertThat(cursor.updatedAfter(institution))
                .as("what moved while the pages were turned is met again")
                .hasValue(Instant.parse("2026-11-23T01:00:00Z"));
    }

    @Test
    void aListThatTurnsInCirclesEnds() {
        pages.add(page("1", report("Lampu padam.", "23-11-2026 08:00:00")));

        poll.look();

        assertThat(asked).hasSize(1);
    }

    @Test
    void onlyWhatChangedIsAskedForAndKept() {
        pages.add(page("null", report("Lampu padam.", "23-11-2026 08:00:00")));
        for (int turn = 0; turn < 5; turn++) {
            poll.look();
            clock.forward(Duration.ofSeconds(20));
        }
        assertThat(kept()).isEqualTo(1);
        assertThat(asked).hasSize(5).last().asString().contains("updated_after=23-11-2026 07:50:00");

        pages.set(0, page("null", report("Lampu padam.", "23-11-2026 08:30:00")));
        poll.look();
        assertThat(kept()).as("something of it is new").isEqualTo(2);
        assertThat(opened().followUps()).isEmpty();
    }

    @Test
    void aTimeThatIsStillToComeSkipsNothing() {
        pages.add(page("null", report("Lampu padam.", "23-11-2099 08:00:00")));
        poll.look();

        assertThat(cursor.updatedAfter(institution)).isEmpty();
    }

    @Test
    void oneNodeAsksAtATime() {
        pages.add(page("null"));
        poll.look();
        poll.look();
        assertThat(asked).hasSize(1);

        clock.forward(Duration.ofSeconds(10));
        poll.look();
        assertThat(asked).hasSize(2);
    }

    @Test
    void aDeadPortalIsToldOfOnceAndAskedAgain(CapturedOutput output) {
        pages.add(page("null", report("Lampu padam.", "23-11-2026 08:00:00")));
        status = 503;
        for (int turn = 0; turn < 3; turn++) {
            poll.look();
            clock.forward(Duration.ofSeconds(20));
        }
        assertThat(poll.standing().orElseThrow().failure()).isEqualTo("relay.failure.UNAVAILABLE");
        assertThat(output.getAll()).containsOnlyOnce("can't be read").doesNotContain("s3cret");

        status = 200;
        poll.look();
        assertThat(opened().header().content()).isEqualTo("Lampu padam.");
        assertThat(poll.standing().orElseThrow().failure()).isNull();
    }

    @Test
    void whatIsNoListIsSaidAndWhatCannotBeReadWaits() {
        pages.add("{\"results\":{\"data\":{}}}");
        poll.look();
        assertThat(poll.standing().orElseThrow().failure()).isEqualTo("relay.failure.BROKEN_ANSWER");

        clock.forward(Duration.ofSeconds(20));
        pages.set(0, page("null", "{\"id\":" + id.value() + "}", report("Lampu padam.", "23-11-2026 08:00:00")));
        poll.look();
        assertThat(opened().header().content()).isEqualTo("Lampu padam.");
        assertThat(kept()).isEqualTo(2);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), UTF_8);
        asked.add(query);
        int page = Integer.parseInt(query.substring(query.lastIndexOf('=') + 1));
        var body = pages.get(page - 1).getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String page(String next, String... reports) {
        return "{\"results\":{\"data\":[" + String.join(",", reports) + "],\"next_page\":" + next + "}}";
    }

    private String report(String content, String updatedAt) {
        return "{\"id\":" + id.value() + ",\"content\":\"" + content + "\",\"updated_at\":\"" + updatedAt + "\"}";
    }

    private long kept() {
        return KeptMessages.holding("\"id\":" + id.value(), id.value(), jdbc, files)
                .size();
    }

    private CaseFile opened() {
        return cases.open(id, People.ADMIN);
    }
}
