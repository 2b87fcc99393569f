package id.go.cirebonkab.lajur.lapor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.go.cirebonkab.lajur.complaint.CaseFile;
import id.go.cirebonkab.lajur.complaint.CaseQueries;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.intake.Inbox;
import id.go.cirebonkab.lajur.intake.Source;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.support.Desk;
import id.go.cirebonkab.lajur.support.People;
import id.go.cirebonkab.lajur.support.ReportBuilder;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.StandingClock;
import id.go.cirebonkab.lajur.support.Together;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** Against a real IMAP server. */
@RoomTest
@Import(MailboxCursor.class)
@ExtendWith(OutputCaptureExtension.class)
class MailboxTests {

    private static final String PASSWORD = "s3:cr@et%/ #kata";

    @Autowired
    private MailboxCursor cursor;

    @Autowired
    private Inbox inbox;

    @Autowired
    private CaseQueries cases;

    @Autowired
    private Desk desk;

    @Autowired
    private StandingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final String login = "lapor-" + UUID.randomUUID();
    private GreenMail server;
    private GreenMailUser user;
    private TrackingId id;

    @BeforeEach
    void aServerWithAnEmptyMailbox() {
        desk.at("2026-11-23 09:00");
        id = ReportBuilder.aReport().id();
        server = started();
        user = server.setUser(login + "@lajur.example", login, PASSWORD);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMailBecomesAComplaint() {
        deliver(mail("Isi Laporan: Lampu jalan padam."));

        mailbox().look();

        assertThat(opened().header().content()).isEqualTo("Lampu jalan padam.");
        assertThat(kept()).singleElement().isEqualTo("READ");
    }

    @Test
    void theMailIsKeptByteForByteAndStaysOnTheServerAsSeen() throws Exception {
        var source = mail("Isi Laporan: Lampu padam.\r\n\r\n.titik\r\n-- \r\n");
        deliver(source);

        mailbox().look();

        assertThat(rawOf(id)).isEqualTo(source);
        var message = messages().get(0);
        assertThat(message.isSet(Flags.Flag.SEEN)).isTrue();
        assertThat(message.isSet(Flags.Flag.DELETED)).isFalse();
    }

    @Test
    void aMailThatSomebodyHasOpenedIsFetchedAllTheSame() throws Exception {
        deliver(mail("Isi Laporan: Lampu padam."));
        var folder = server.getManagers().getImapHostManager().getInbox(user);
        folder.getMessages().get(0).setFlag(Flags.Flag.SEEN, true);

        mailbox().look();

        assertThat(opened().header().content()).isEqualTo("Lampu padam.");
    }

    @Test
    void eachMailIsFetchedOnce() {
        deliver(mail("Isi Laporan: Lampu padam."));
        var mailbox = mailbox();
        mailbox.look();
        mailbox.look();
        deliver(mail("Isi Laporan: Masih padam."));
        mailbox.look();
        mailbox.look();

        assertThat(kept()).hasSize(2);
        assertThat(opened().followUps()).extracting(CaseFile.Reply::content).containsExactly("Masih padam.");
    }

    private Mailbox mailbox() {
        return mailbox(List.of());
    }

    private Mailbox mailbox(List<String> senders) {
        return mailbox(server.getImap().getPort(), PASSWORD, senders, inbox);
    }

    private Mailbox mailbox(int port, String password, List<String> senders, Inbox into) {
        var url = "imap://" + login + ":" + password.replace("%", "%25").replace(" ", "%20") + "@127.0.0.1:" + port;
        var brief = Duration.ofMillis(700);
        var settings = new MailboxSettings(url, "INBOX", Duration.ofSeconds(15), senders, brief, brief, brief);
        return new Mailbox(
                settings,
                new MailboxAddress(settings, new MockEnvironment()),
                new KnownSenders(settings),
                cursor,
                into,
                transaction,
                clock);
    }

    private static GreenMail started() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        return server;
    }

    private byte[] mail(String lines) {
        return mail("LAPOR! <noreply@lapor.example>", lines);
    }

    private byte[] mail(String from, String lines) {
        return ("From: " + from + "\r\nTo: lapor@lajur.example\r\nMessage-ID: <" + UUID.randomUUID()
                        + "@lapor.example>\r\nSubject: Laporan baru #" + id.value()
                        + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + lines + "\r\n")
                .getBytes(UTF_8);
    }

    private void deliver(byte[] source) {
        deliver(user, source);
    }

    private static void deliver(GreenMailUser user, byte[] source) {
        try {
            user.deliver(new MimeMessage(null, new ByteArrayInputStream(source)) {
                @Override
                protected void updateMessageID() {
                    // Stays as it is.
                }
            });
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<com.icegreen.greenmail.store.StoredMessage> stored() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user).getMessages();
    }

    private List<MimeMessage> messages() throws FolderException {
        return stored().stream().map(com.icegreen.greenmail.store.StoredMessage::getMimeMessage).toList();
    }

    private CaseFile opened() {
        return cases.open(id, People.ADMIN);
    }

    /** The states of what was kept of this test's mails. */
    private List<String> kept() {
        return jdbc.sql("""
                        select m.status from raw_message m where m.channel = 'MAIL' and m.sha256 in (
                            select f.sha256 from file f join file_chunk c on c.file_id = f.id
                            where convert_from(c.content, 'LATIN1') like :number)
                        order by m.arrived_at""")
                .param("number", "%#" + id.value() + "%")
                .query(String.class)
                .list();
    }

    private byte[] rawOf(TrackingId id) {
        return jdbc.sql("""
                        select c.content from raw_message m join file_chunk c on c.file_id = m.file_id
                        where m.tracking_id = ? and c.position = 0""")
                .params(id.value())
                .query(byte[].class)
                .single();
    }
}
