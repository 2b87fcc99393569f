package id.go.cirebonkab.lajur.lapor;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The mailbox to which LAPOR! sends its notifications.
 *
 * @param url {@code imaps://user:password@host:993}, or {@code imap://} on this machine; user and password may be
 *     percent-encoded. Without one there is no mailbox.
 * @param poll how often it is looked into
 * @param senders addresses, or {@code @domains}, whose mails are read by themselves; the others' wait in quarantine.
 *     Without any, everybody's are read. A sender is only what the mail says: this keeps strays out, not forgers.
 * @param readTimeout how long the server may be silent; likewise the other two
 */
@ConfigurationProperties("lajur.lapor.mailbox")
record MailboxSettings(
        @Nullable String url,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("15s") Duration poll,
        @DefaultValue List<String> senders,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("30s") Duration writeTimeout) {

    MailboxSettings {
        url = StringUtils.hasText(url) ? url.strip() : null;
        folder = StringUtils.hasText(folder) ? folder.strip() : "INBOX";
        senders =
                senders.stream().filter(StringUtils::hasText).map(String::strip).toList();
    }

    /** Without the URL, which holds the password. */
    @Override
    public String toString() {
        return "MailboxSettings[folder=" + folder + ", poll=" + poll + ", senders=" + senders.size() + "]";
    }
}
