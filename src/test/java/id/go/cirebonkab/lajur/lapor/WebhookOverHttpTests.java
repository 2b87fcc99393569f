package id.go.cirebonkab.lajur.lapor;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.intake.Inbox;
import id.go.cirebonkab.lajur.intake.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The webhook behind a real server: what depends on how a body travels. */
@SpringBootTest(
        classes = WebhookOverHttpTests.OnlyTheWebhook.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lajur.lapor.webhook.secret=lama,baru",
            "spring.session.timeout=1h",
            "management.endpoint.health.group.readiness.include=readinessState"
        })
class WebhookOverHttpTests {

    private static final int LIMIT = 25 * 1024 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @Autowired
    OnlyTheWebhook.LastOnly inbox;

    @BeforeEach
    void nothingCameYet() {
        inbox.sizes.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "multipart/form-data"
            })
    void takesAnyContentTypeAndMakesNoSession(String contentType) throws Exception {
        var body = "a=b&c=\u00e9".getBytes(StandardCharsets.UTF_8);

        var answer = send(body, BodyPublishers.ofByteArray(body), contentType);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("\"outcome\":\"updated\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(inbox.sizes).containsExactly(body.length);
    }

    @Test
    void takesABodyAsLargeAsTheLimitInChunks() throws Exception {
        var body = body(LIMIT);

        var answer = send(body, inChunks(body), "application/json");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(inbox.sizes).containsExactly(LIMIT);
    }

    @Test
    void refusesOneByteMoreInChunks() throws Exception {
        var body = body(LIMIT + 1);

        assertThat(send(body, inChunks(body), "application/json").statusCode()).isEqualTo(413);
        assertThat(inbox.sizes).isEmpty();
    }

    @Test
    void refusesOneByteMoreThatWasAnnounced() throws Exception {
        var body = body(LIMIT + 1);

        var answer = send(body, BodyPublishers.ofByteArray(body), "application/json");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("25 MB");
    }

    @Test
    void refusesWithoutASignature() throws Exception {
        var request = HttpRequest.newBuilder(address()).POST(BodyPublishers.ofString("{}"));

        assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> send(byte[] body, BodyPublisher publisher, String contentType)
            throws IOException, InterruptedException {
        var timestamp = String.valueOf(Instant.now().getEpochSecond());
        var request = HttpRequest.newBuilder(address())
                .header("Content-Type", contentType)
                .header("X-Lajur-Timestamp", timestamp)
                .header(
                        "X-Lajur-Signature",
                        "sha256=" + HexFormat.of().formatHex(Signature.sign("baru", timestamp, body)))
                .POST(publisher);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + port + "/api/lapor/notifications");
    }

    private static byte[] body(int size) {
        var body = new byte[size];
        Arrays.fill(body, (byte) 'x');
        return body;
    }

    private static BodyPublisher inChunks(byte[] body) {
        return BodyPublishers.ofInputStream(() -> (InputStream) new ByteArrayInputStream(body));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @ComponentScan(
            basePackages = {"id.go.cirebonkab.lajur.lapor", "id.go.cirebonkab.lajur.shared"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*Tests.*|.*\\.lapor\\.(Mailbox|MailboxCursor|PollCursor)"))
    static class OnlyTheWebhook {

        @Bean
        LastOnly inbox() {
            return new LastOnly();
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                    .csrf(csrf -> csrf.disable())
                    .build();
        }

        static class LastOnly implements Inbox {

            final List<Integer> sizes = new CopyOnWriteArrayList<>();

            @Override
            public Receipt accept(Channel channel, byte[] body) {
                sizes.add(body.length);
                return new Receipt(UUID.randomUUID(), Outcome.UPDATED);
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
