package id.go.cirebonkab.lajur.lapor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where a mailbox is, and who opens it. */
record MailAccount(String protocol, String host, int port, String user, String password) {

    private static final Pattern URL =
            Pattern.compile("(imaps?)://(.*)@(\\[[0-9a-fA-F:.]+]|[^\\[\\]:/@\\s]+)(?::([0-9]{1,5}))?/?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");

    /**
     * Reads {@code imaps://user:password@host:993}.
     *
     * @throws UnusableMailbox when it is no such URL, or would send the password over the network in the clear
     */
    static MailAccount read(String url) {
        var parts = URL.matcher(url);
        if (!parts.matches() || !parts.group(2).contains(":")) {
            throw new UnusableMailbox("lajur.lapor.mailbox.url must look like imaps://user:password@host:993");
        }
        boolean secure = parts.group(1).equals("imaps");
        var host = parts.group(3);
        if (!secure && !isThisMachine(host)) {
            throw new UnusableMailbox("lajur.lapor.mailbox.url may begin with imap:// on this machine (127.0.0.1) only;"
                    + " for " + host + " it must be imaps://, or the password would cross the network in the clear");
        }
        int colon = parts.group(2).indexOf(':');
        return new MailAccount(
                parts.group(1),
                host.replaceAll("[\\[\\]]", ""),
                port(parts.group(4), secure),
                decoded(parts.group(2).substring(0, colon)),
                decoded(parts.group(2).substring(colon + 1)));
    }

    /** Whether what is sent to that host never leaves this machine. */
    static boolean isThisMachine(@Nullable String host) {
        return host != null && LOOPBACK.matcher(host).matches();
    }

    private static int port(String written, boolean secure) {
        int port = written == null ? secure ? 993 : 143 : Integer.parseInt(written);
        if (port < 1 || port > 65_535) {
            throw new UnusableMailbox("lajur.lapor.mailbox.url names a port that does not exist: " + port);
        }
        return port;
    }

    private static String decoded(String text) {
        try {
            return UriUtils.decode(text, UTF_8);
        } catch (IllegalArgumentException withThePasswordInIt) {
            throw new UnusableMailbox("lajur.lapor.mailbox.url has a % in its user or password that begins no code:"
                    + " write % itself as %25");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + host;
    }
}
