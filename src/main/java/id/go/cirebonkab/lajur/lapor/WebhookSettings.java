package id.go.cirebonkab.lajur.lapor;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * How a gateway may hand over notifications.
 *
 * @param secret what both sides know; several while it is being changed, separated by commas. Without one there is no
 *     webhook.
 * @param perSecond notifications a second and secret, on each node
 * @param maxBody the largest notification taken
 * @param tolerance how far the sender's clock may be off
 */
@ConfigurationProperties("lajur.lapor.webhook")
record WebhookSettings(
        @DefaultValue List<String> secret,
        @DefaultValue("200") int perSecond,
        @DefaultValue("25MB") DataSize maxBody,
        @DefaultValue("5m") Duration tolerance) {

    WebhookSettings {
        secret = secret.stream().filter(StringUtils::hasText).map(String::strip).toList();
        if (perSecond < 1) {
            throw new IllegalArgumentException("lajur.lapor.webhook.per-second must be 1 or more, not " + perSecond);
        }
        if (maxBody.toBytes() < 1 || maxBody.toBytes() > DataSize.ofGigabytes(1).toBytes()) {
            throw new IllegalArgumentException("lajur.lapor.webhook.max-body must be within 1B and 1GB");
        }
    }

    boolean isOpen() {
        return !secret.isEmpty();
    }

    /** Without the secrets, so that no log ever shows one. */
    @Override
    public String toString() {
        return "WebhookSettings[secrets=" + secret.size() + ", perSecond=" + perSecond + ", maxBody=" + maxBody + "]";
    }
}
