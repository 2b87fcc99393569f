package id.go.cirebonkab.lajur.simulator;

import id.go.cirebonkab.lajur.simulator.SimulatedPortal.Notification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The kabupaten's gateway between portal and desk: signs a notification and posts it to this very server. */
@Component
@Profile("coba")
class Gateway {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHORT = 500;

    private final SimulatedPortal portal;
    private final Environment environment;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Gateway(SimulatedPortal portal, Environment environment, Clock systemClock) {
        this.portal = portal;
        this.environment = environment;
        this.clock = systemClock;
    }

    /** Sends it and notes what came back, whatever that is. */
    void send(Notification notification) {
        try {
            var answer = http.send(request(notification.body()), HttpResponse.BodyHandlers.ofString());
            var outcome = answer.statusCode() == 202 ? outcome(answer.body()) : null;
            portal.note(notification, answer.statusCode(), outcome, shortened(answer.body()));
        } catch (IOException e) {
            portal.note(notification, null, null, shortened(e.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            portal.note(notification, null, null, shortened(e.toString()));
        }
    }

    private HttpRequest request(String body) throws IOException {
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            throw new IOException("the server does not listen");
        }
        // The signature is of the system's time: the domain's may be weeks ahead.
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/lapor/notifications"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("X-Lajur-Timestamp", timestamp)
                .header("X-Lajur-Signature", "sha256=" + signature(timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private String signature(String timestamp, String body) {
        var secret = environment
                .getProperty("lajur.lapor.webhook.secret", "coba-rahasia")
                .split(",")[0]
                .strip();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var hmac = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hmac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String outcome(String body) {
        try {
            return JSON.readTree(body).path("outcome").asString("accepted");
        } catch (JacksonException e) {
            return "accepted";
        }
    }

    static String shortened(String text) {
        var line = text.replaceAll("[\\p{C}\\s]+", " ").strip();
        return line.length() > SHORT ? line.substring(0, SHORT) : line;
    }
}
