package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** A notification about a report, on its way from a gateway. */
final class Notice {

    private static final String PATH = "/api/lapor/notifications";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Browser gateway;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private String secret = "coba-rahasia";
    private long timestamp = Instant.now().getEpochSecond();

    Notice(Browser gateway) {
        this.gateway = gateway;
        var id = Case.newNumber();
        fields.put("tracking_id", id);
        fields.put("title", "Lampu jalan padam " + id);
        fields.put("content", "Lampu jalan di depan balai desa padam sejak kemarin " + id + ".");
    }

    Notice with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    Notice about(Case it) {
        return with("tracking_id", it.id());
    }

    Notice titled(String title) {
        return with("title", title);
    }

    Notice saying(String content) {
        return with("content", content);
    }

    Notice anonymous() {
        return with("is_anonymous", true);
    }

    Notice secret() {
        return with("is_secret", true);
    }

    Notice by(String name) {
        return with("reporter_name", name);
    }

    Notice ofClass(String classification) {
        return with("classification", classification);
    }

    Notice enclosing(String fileName, byte[] content) {
        return with(
                "attachments",
                List.of(Map.of(
                        "file_name",
                        fileName,
                        "content_type",
                        "application/octet-stream",
                        "content_base64",
                        Base64.getEncoder().encodeToString(content))));
    }

    Notice signedWith(String anotherSecret) {
        secret = anotherSecret;
        return this;
    }

    Notice signedAt(Instant time) {
        timestamp = time.getEpochSecond();
        return this;
    }

    Case hasArrived() {
        assertThat(isHandedOver().is(202).body()).contains("\"outcome\":\"accepted\"");
        return toCase();
    }

    Page isHandedOver() {
        return isHandedOver(JSON.writeValueAsBytes(fields));
    }

    Page isHandedOver(byte[] body) {
        return gateway.post(
                PATH,
                body,
                "Content-Type",
                "application/json",
                "X-Lajur-Timestamp",
                String.valueOf(timestamp),
                "X-Lajur-Signature",
                "sha256=" + signature(body));
    }

    /** The head of the request and half of its body are with the server, which has begun to read. */
    HalfHandedOver isHalfHandedOver() {
        var body = JSON.writeValueAsBytes(fields);
        return HalfHandedOver.to(
                gateway.base,
                PATH,
                body,
                "X-Lajur-Timestamp: " + timestamp,
                "X-Lajur-Signature: sha256=" + signature(body));
    }

    Case toCase() {
        return new Case(
                (Long) fields.get("tracking_id"),
                String.valueOf(fields.get("title")),
                String.valueOf(fields.get("content")));
    }

    private String signature(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
