package id.go.cirebonkab.lajur.notify;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Where the links of mails lead, and whom mails are from. In the profile coba the links lead to this very server. */
@Component
class PublicAddress {

    private static final String HERE = "127.0.0.1";

    private final Environment environment;
    private final @Nullable URI configured;
    private final InternetAddress sender;

    /** @throws NoPublicUrlException when there is a mail server, but no address that its mails could name */
    PublicAddress(Environment environment, NotifySettings settings, ObjectProvider<JavaMailSender> mailServer) {
        this.environment = environment;
        this.configured = read(environment.getProperty("lajur.public-url", ""));
        var isNeeded = mailServer.getIfAvailable() != null && !environment.acceptsProfiles(Profiles.of("coba"));
        if (configured == null && isNeeded) {
            throw new NoPublicUrlException("A mail server is configured, but lajur.public-url is not.");
        }
        var host = configured == null ? HERE : configured.getHost();
        this.sender = sender(settings.from() == null ? "lajur@" + host : settings.from());
    }

    /** Without a slash at its end; empty until the server listens, where it is not configured. */
    Optional<String> url() {
        return configured == null
                ? Optional.ofNullable(environment.getProperty("local.server.port"))
                        .map(port -> "http://" + HERE + ":" + port)
                : Optional.of(configured.toString().replaceFirst("/+$", ""));
    }

    InternetAddress sender() {
        return sender;
    }

    /** What stands behind the at sign of the sender. */
    String senderHost() {
        return sender.getAddress().substring(sender.getAddress().lastIndexOf('@') + 1);
    }

    private static @Nullable URI read(String written) {
        if (written.isBlank()) {
            return null;
        }
        try {
            var uri = URI.create(written.strip());
            var isHttp = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (isHttp && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new NoPublicUrlException("lajur.public-url is no address that a link could begin with.");
    }

    private static InternetAddress sender(String written) {
        try {
            return new InternetAddress(written, true);
        } catch (AddressException e) {
            throw new NoPublicUrlException("lajur.notify.from is no mail address.");
        }
    }
}
