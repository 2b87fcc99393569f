package id.go.cirebonkab.lajur.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.go.cirebonkab.lajur.intake.Inbox;
import id.go.cirebonkab.lajur.intake.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;

class NotificationControllerTests {

    private static final Instant NOW = Instant.parse("2026-08-03T02:00:00Z");
    private static final String BODY = "{\"tracking_id\":\"#1916449\",\"content\":\"Lampu jalan padam — “gelap” 💡\"}";

    private final List<String> kept = new ArrayList<>();
    private final MockMvc mvc = webhook(List.of("satu", "rahasia, kedua"), 200, 1_000);

    static Stream<Arguments> signatures() {
        return Stream.of(
                Arguments.of("good", at(0), signed("satu", at(0), BODY), 202, null),
                Arguments.of("made with the second secret", at(0), signed("rahasia, kedua", at(0), BODY), 202, null),
                Arguments.of(
                        "in capitals",
                        at(0),
                        signed("satu", at(0), BODY).toUpperCase().replace("SHA256", "sha256"),
                        202,
                        null),
                Arguments.of("five minutes old", at(-300), signed("satu", at(-300), BODY), 202, null),
                Arguments.of("five minutes ahead", at(300), signed("satu", at(300), BODY), 202, null),
                Arguments.of("stale", at(-301), signed("satu", at(-301), BODY), 401, "signature_stale"),
                Arguments.of("from the future", at(301), signed("satu", at(301), BODY), 401, "signature_stale"),
                Arguments.of("of another secret", at(0), signed("lain", at(0), BODY), 401, "signature_wrong"),
                Arguments.of("of another body", at(0), signed("satu", at(0), BODY + " "), 401, "signature_wrong"),
                Arguments.of("of another time", at(1), signed("satu", at(0), BODY), 401, "signature_wrong"),
                Arguments.of("missing", at(0), null, 401, "signature_missing"),
                Arguments.of("without a time", null, signed("satu", at(0), BODY), 401, "signature_missing"),
                Arguments.of("blank", " ", " ", 401, "signature_missing"),
                Arguments.of("without its name", at(0), "00".repeat(32), 401, "signature_malformed"),
                Arguments.of("too short", at(0), "sha256=00", 401, "signature_malformed"),
                Arguments.of("no hex", at(0), "sha256=" + "zz".repeat(32), 401, "signature_malformed"),
                Arguments.of("time in words", "now", signed("satu", "now", BODY), 401, "signature_malformed"),
                Arguments.of("negative time", "-1", signed("satu", "-1", BODY), 401, "signature_malformed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void looksAtTheSignature(String name, String timestamp, String signature, int expected, String error)
            throws Exception {
        var answer = mvc.perform(notification(timestamp, signature, BODY)).andExpect(status().is(expected));

        answer.andExpect(request().sessionAttributeDoesNotExist("any"));
        if (error == null) {
            answer.andExpect(jsonPath("$.message").value(KeepsAll.ID.toString()))
                    .andExpect(jsonPath("$.outcome").value("accepted"));
            assertThat(kept).containsExactly(BODY);
        } else {
            answer.andExpect(jsonPath("$.error").value(error))
                    .andExpect(jsonPath("$.detail").isNotEmpty())
                    .andExpect(header().exists("WWW-Authenticate"));
            assertThat(kept).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
                "not a type at all"
            })
    void takesAnyContentType(String contentType) throws Exception {
        var body = "a=b&c=d";

        mvc.perform(notification(at(0), signed("satu", at(0), body), body).header("Content-Type", contentType))
                .andExpect(status().isAccepted());

        assertThat(kept).containsExactly(body);
    }

    @Test
    void saysWhatToDoInIndonesian() throws Exception {
        mvc.perform(notification(at(-900), signed("satu", at(-900), BODY), BODY).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.detail").value(containsString("lebih dari 5 menit")));
    }

    @Test
    void refusesABodyBeyondTheLimit() throws Exception {
        var body = "x".repeat(1_001);

        mvc.perform(notification(at(0), signed("satu", at(0), body), body))
                .andExpect(status().is(413))
                .andExpect(jsonPath("$.error").value("too_large"));

        assertThat(kept).isEmpty();
    }

    @Test
    void countsEachSecretByItself() throws Exception {
        var narrow = webhook(List.of("satu", "dua"), 2, 1_000);
        for (var i = 0; i < 2; i++) {
            narrow.perform(notification(at(0), signed("satu", at(0), BODY), BODY))
                    .andExpect(status().isAccepted());
        }

        narrow.perform(notification(at(0), signed("satu", at(0), BODY), BODY))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(jsonPath("$.error").value("too_many"));
        narrow.perform(notification(at(0), signed("dua", at(0), BODY), BODY)).andExpect(status().isAccepted());
    }

    @Test
    void strangersUseUpNobodysShare() throws Exception {
        var narrow = webhook(List.of("satu"), 1, 1_000);
        for (var i = 0; i < 5; i++) {
            narrow.perform(notification(at(0), signed("lain", at(0), BODY), BODY))
                    .andExpect(status().isUnauthorized());
        }

        narrow.perform(notification(at(0), signed("satu", at(0), BODY), BODY)).andExpect(status().isAccepted());
    }

    @Test
    void isNotThereWithoutASecret() throws Exception {
        webhook(List.of("", " "), 200, 1_000)
                .perform(notification(at(0), signed("", at(0), BODY), BODY))
                .andExpect(status().isNotFound());
    }

    @Test
    void asksForItAgainWhenItCouldNotBeKept() throws Exception {
        var broken = new Broken();

        webhook(List.of("satu"), 200, 1_000, broken)
                .perform(notification(at(0), signed("satu", at(0), BODY), BODY))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"));
    }

    private static String at(int seconds) {
        return String.valueOf(NOW.getEpochSecond() + seconds);
    }

    private static String signed(String secret, String timestamp, String body) {
        if (secret.isEmpty()) {
            return "sha256=" + "00".repeat(32);
        }
        return "sha256="
                + HexFormat.of().formatHex(Signature.sign(secret, timestamp, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static MockHttpServletRequestBuilder notification(String timestamp, String signature, String body) {
        var request = post("/api/lapor/notifications").content(body.getBytes(StandardCharsets.UTF_8));
        if (timestamp != null) {
            request.header("X-Lajur-Timestamp", timestamp);
        }
        if (signature != null) {
            request.header("X-Lajur-Signature", signature);
        }
        return request;
    }

    private MockMvc webhook(List<String> secrets, int perSecond, int maxBody) {
        return webhook(secrets, perSecond, maxBody, new KeepsAll(kept));
    }

    private static MockMvc webhook(List<String> secrets, int perSecond, int maxBody, Inbox inbox) {
        var settings = new WebhookSettings(secrets, perSecond, DataSize.ofBytes(maxBody), Duration.ofMinutes(5));
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/lapor");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return MockMvcBuilders.standaloneSetup(
                        new NotificationController(settings, Clock.fixed(NOW, ZoneOffset.UTC), inbox, messages))
                .addFilters(new RawBodyFilter())
                .build();
    }

    private abstract static class KeepsNothing implements Inbox {

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

    private static class Broken extends KeepsNothing {

        @Override
        public Receipt accept(Channel channel, byte[] body) {
            throw new IllegalStateException("no database");
        }
    }

    private static class KeepsAll extends KeepsNothing {

        private static final UUID ID = UUID.fromString("0b0b0b0b-0000-4000-8000-000000000001");

        private final List<String> kept;

        KeepsAll(List<String> kept) {
            this.kept = kept;
        }

        @Override
        public Receipt accept(Channel channel, byte[] body) {
            kept.add(new String(body, StandardCharsets.UTF_8));
            return new Receipt(ID, Outcome.ACCEPTED);
        }
    }
}
