package id.go.cirebonkab.lajur.simulator;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The demonstration's mail server, on this machine only: takes every mail by SMTP, keeps it before it says so, and shows
 * those of the notification mailbox by IMAP. Lajur's own mails go to it too, unless another server is configured.
 */
@Component
@Profile("coba")
@EnableConfigurationProperties(MailServerSettings.class)
class MailServer implements SmartLifecycle {

    /** Where the imitated portal sends its notifications. */
    static final String MAILBOX = "lapor@lajur.example";

    private static final Logger log = LoggerFactory.getLogger(MailServer.class);
    private static final String HOST = "127.0.0.1";
    private static final String LOGIN = "lapor";
    private static final int CLOSED = 0;

    private final KeptMails kept;
    private final MailServerSettings settings;
    private final ConfigurableEnvironment environment;
    private final ObjectProvider<JavaMailSenderImpl> lajursOwn;
    private volatile @Nullable GreenMail server;

    MailServer(
            KeptMails kept,
            MailServerSettings settings,
            ConfigurableEnvironment environment,
            ObjectProvider<JavaMailSenderImpl> lajursOwn) {
        this.kept = kept;
        this.settings = settings;
        this.environment = environment;
        this.lajursOwn = lajursOwn;
    }

    @Override
    public void start() {
        var started = new GreenMail(new ServerSetup[] {
            new ServerSetup(settings.smtpPort(), HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(settings.imapPort(), HOST, ServerSetup.PROTOCOL_IMAP)
        });
        var password = password();
        var mailbox = started.setUser(MAILBOX, LOGIN, password);
        keepFirst(started);
        kept.of(MAILBOX, mailbox::deliver);
        started.start();
        server = started;
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "the demonstration's mail server",
                        Map.of(
                                "local.mailbox.url",
                                "imap://" + LOGIN + ":" + password + "@" + HOST + ":"
                                        + started.getImap().getPort())));
        lajursOwn.ifAvailable(this::leadHere);
        log.info(
                "The demonstration's mail server takes mail for {} (and any other address) by SMTP at {}:{}",
                MAILBOX,
                HOST,
                smtpPort());
    }

    /** A mail that can't be kept is not taken: SMTP answers 451. */
    private void keepFirst(GreenMail starting) {
        var users = starting.getUserManager();
        var usual = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((mail, address) -> {
            kept.keep(address.getEmail(), mail.getMessage());
            return usual.handle(mail, address);
        });
    }

    private void leadHere(JavaMailSenderImpl sender) {
        if (HOST.equals(sender.getHost()) && environment.getProperty("spring.mail.port") == null) {
            sender.setPort(smtpPort());
        }
    }

    /** The port of SMTP; 0 while the server is not there. */
    int smtpPort() {
        var running = server;
        return running == null ? CLOSED : running.getSmtp().getPort();
    }

    @Override
    public void stop() {
        var running = server;
        server = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** Its ports would be others afterwards. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    /** There before anybody sends or reads, and until nobody does any more. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private static String password() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
