package id.go.cirebonkab.lajur.lapor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.go.cirebonkab.lajur.complaint.CaseFile;
import id.go.cirebonkab.lajur.complaint.CaseQueries;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.intake.Inbox;
import id.go.cirebonkab.lajur.intake.Unreadable;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.support.Desk;
import id.go.cirebonkab.lajur.support.KeptMessages;
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
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
    private Files files;

    @Autowired
    private TransactionTemplate transaction;

    private Duration patience = Duration.ofSeconds(20);
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

    @Test
    void aFolderWhoseNumbersBeganAnewIsReadAgainAndNothingIsKeptTwice() {
        var first = mail("Isi Laporan: Lampu padam.");
        var unreadable = mail("Tidak ada isinya.");
        deliver(first);
        deliver(unreadable);
        mailbox().look();

        server.stop();
        server = started();
        user = server.setUser(login + "@lajur.example", login, PASSWORD);
        deliver(first);
        deliver(unreadable);
        deliver(mail("Isi Laporan: Masih padam."));
        mailbox().look();

        assertThat(kept()).containsExactlyInAnyOrder("READ", "QUARANTINED", "READ");
        assertThat(opened().followUps()).extracting(CaseFile.Reply::content).containsExactly("Masih padam.");
    }

    @Test
    void aCrashBetweenKeepingAndNotingLosesNothingAndDoublesNothing() {
        deliver(mail("Isi Laporan: Lampu padam."));
        var crashes = new Crashing(inbox);

        crashes.now = true;
        var mailbox = mailbox(server.getImap().getPort(), PASSWORD, List.of(), crashes);
        mailbox.look();
        assertThat(kept()).as("undone with the note of how far it came").isEmpty();
        assertThat(mailbox.standing().orElseThrow().failure()).isEqualTo("lapor.mailbox.BROKEN");

        crashes.now = false;
        mailbox.look();
        mailbox.look();
        assertThat(kept()).containsExactly("READ");
        assertThat(mailbox.standing().orElseThrow().failure()).isNull();
    }

    @Test
    void twoNodesAtOnceKeepEachMailOnce() throws Exception {
        IntStream.range(0, 20).forEach(number -> deliver(mail("Isi Laporan: Lampu " + number + " padam.")));
        var nodes = List.of(mailbox(), mailbox(), mailbox());

        Together.all(() -> look(nodes.get(0)), () -> look(nodes.get(1)), () -> look(nodes.get(2)));
        mailbox().look();

        assertThat(kept()).hasSize(20);
        assertThat(opened().followUps()).hasSize(19);
    }

    @Test
    void aBadMailKeepsNoneOfTheOthersWaiting() {
        deliver(mail("Isi Laporan: Lampu padam."));
        deliver(("Content-Type: multipart/mixed; boundary=a\r\nSubject: #" + id.value() + "\r\n\r\n--a\r\nX\0: \0")
                .getBytes(UTF_8));
        deliver(("Subject: #" + id.value() + "\r\nContent-Type: text/plain; charset=x-tidak-ada\r\n\r\n")
                .getBytes(UTF_8));
        deliver(mail("Tanpa isi."));
        deliver(mail("Isi Laporan: Masih padam."));

        mailbox().look();

        assertThat(opened().followUps()).hasSize(1);
        assertThat(kept()).hasSize(5).filteredOn("QUARANTINED"::equals).hasSize(3);
    }

    @Test
    void fiveHundredMailsAtOnce() {
        IntStream.range(0, 500).forEach(number -> deliver(mail("Isi Laporan: Lampu " + number + " padam.")));

        mailbox().look();

        assertThat(opened().followUps()).hasSize(499);
    }

    @Test
    void aMailOfTwentyFiveMegabytesIsKeptWhole() {
        var photo = new byte[17 * 1024 * 1024];
        new Random(1).nextBytes(photo);
        var body = "--a\r\n\r\nIsi Laporan: Lampu padam.\r\n--a\r\nContent-Type: image/jpeg; name=foto.jpg\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(photo) + "\r\n--a--\r\n";
        deliver(("Subject: #" + id.value() + "\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" + body)
                .getBytes(UTF_8));

        mailbox().look();

        assertThat(opened().attachments())
                .singleElement()
                .extracting(CaseFile.Enclosed::size)
                .isEqualTo((long) photo.length);
    }

    @Test
    void whoIsNotKnownWaitsInQuarantineUntilTheDeskHasItRead() {
        deliver(mail("Palsu <orang@lain.example>", "Isi Laporan: Lampu padam."));
        deliver(mail("\"noreply@lapor.example\" <orang@bukan-lapor.example>", "Isi Laporan: Lampu padam."));
        deliver(mail("noreply@lapor.example, orang@lain.example", "Isi Laporan: Lampu padam."));
        mailbox(List.of("@lapor.example")).look();

        assertThat(kept()).containsOnly("QUARANTINED").hasSize(3);
        assertThat(quarantined()).extracting(Quarantined::reason).containsOnly("UNKNOWN_SENDER");
        assertThat(quarantined()).extracting(Quarantined::detail).contains("Palsu <orang@lain.example>");
        assertThatThrownBy(this::opened).isInstanceOf(NotVisible.class);

        assertThat(inbox.read(quarantined().get(0).id())).isEqualTo(Inbox.Outcome.ACCEPTED);
    }

    @Test
    void whoIsKnownByAddressOrDomainIsRead() {
        deliver(mail("LAPOR! <NoReply@Lapor.Example>", "Isi Laporan: Lampu padam."));
        deliver(mail("ani@cirebonkab.example", "Isi Laporan: Masih padam."));

        mailbox(List.of("@LAPOR.example", "ani@cirebonkab.example")).look();

        assertThat(kept()).containsExactly("READ", "READ");
    }

    @Test
    void aMailThatTheServerDoesNotHandOutIsAskedForAgainAndTheOthersGoOn() throws Exception {
        deliver(mail("Isi Laporan: Lampu padam."));
        deliver(mail("Isi Laporan: Yang kedua."));
        deliver(mail("Isi Laporan: Yang ketiga."));
        try (var broken = new Between(server.getImap().getPort(), line -> line.contains("FETCH 2 (BODY"))) {
            var mailbox = mailbox(broken.port(), PASSWORD, List.of(), inbox);
            mailbox.look();

            assertThat(opened().followUps()).extracting(CaseFile.Reply::content).containsExactly("Yang ketiga.");
            assertThat(mailbox.standing().orElseThrow().missed()).isEqualTo(1);

            broken.refuses = line -> false;
            mailbox.look();
            assertThat(kept()).as("not at once").hasSize(2);
            clock.forward(Duration.ofMinutes(1));
            mailbox.look();
            mailbox.look();
            assertThat(opened().followUps()).hasSize(2);
            assertThat(kept()).hasSize(3);
            assertThat(mailbox.standing().orElseThrow().missed()).isZero();
        }
    }

    @Test
    void aConnectionThatBreaksInTheMiddleOfAMailLosesNothing() throws Exception {
        deliver(mail("Isi Laporan: Lampu padam. " + "x".repeat(2_000)));
        deliver(mail("Isi Laporan: Yang kedua."));
        try (var breaking = new Between(server.getImap().getPort(), line -> false)) {
            var mailbox = mailbox(breaking.port(), PASSWORD, List.of(), inbox);
            breaking.bytesUntilItBreaks = 1_500;
            mailbox.look();
            assertThat(mailbox.standing().orElseThrow().failure()).isNotNull();
            assertThat(kept()).isEmpty();

            breaking.bytesUntilItBreaks = Integer.MAX_VALUE;
            clock.forward(Duration.ofMinutes(1));
            mailbox.look();
        }
        assertThat(kept()).containsExactly("READ", "READ");
    }

    @Test
    void aDeadServerIsToldOfOnceAndSoIsItsReturn(CapturedOutput output) {
        int port = server.getImap().getPort();
        server.stop();
        var mailbox = mailbox(port, PASSWORD, List.of(), inbox);
        var before = clock.instant();
        mailbox.look();
        clock.forward(Duration.ofHours(1));
        mailbox.look();
        mailbox.look();

        var standing = mailbox.standing().orElseThrow();
        assertThat(standing.failure()).isEqualTo("lapor.mailbox.UNREACHABLE");
        assertThat(standing.since()).isEqualTo(before);
        assertThat(output.getAll()).containsOnlyOnce("can't be read");

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser(login + "@lajur.example", login, PASSWORD);
        deliver(mail("Isi Laporan: Lampu padam."));
        mailbox.look();
        mailbox.look();
        assertThat(mailbox.standing().orElseThrow())
                .extracting("failure", "since")
                .containsExactly(null, clock.instant());
        assertThat(output.getAll()).containsOnlyOnce("is reached");
        assertThat(kept()).containsExactly("READ");
    }

    @Test
    void aServerThatSaysNothingIsLeftAfterItsTime() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            patience = Duration.ofMillis(300);
            var mailbox = mailbox(silent.getLocalPort(), PASSWORD, List.of(), inbox);
            var began = System.nanoTime();
            mailbox.look();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(mailbox.standing().orElseThrow().failure()).isEqualTo("lapor.mailbox.TIMED_OUT");
        }
    }

    @Test
    void theWrongPasswordIsSaidAndNeverShown(CapturedOutput output) {
        var mailbox = mailbox(server.getImap().getPort(), "salah-s3kali", List.of(), inbox);
        mailbox.look();

        assertThat(mailbox.standing().orElseThrow().failure()).isEqualTo("lapor.mailbox.LOGIN_REFUSED");
        assertThat(output.getAll()).contains("LOGIN_REFUSED").doesNotContain("s3kali", PASSWORD);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        var settings = settings(server.getImap().getPort(), PASSWORD, List.of(), "Laporan/Baru");
        var mailbox = mailbox(settings, inbox);
        mailbox.look();

        assertThat(mailbox.standing().orElseThrow().failure()).isEqualTo("lapor.mailbox.NO_FOLDER");
    }

    @Test
    void withoutAUrlThereIsNoMailbox() {
        var none = new MailboxSettings(" ", "", Duration.ZERO, List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        var mailbox = mailbox(none, inbox);
        mailbox.look();

        assertThat(mailbox.standing()).isEmpty();
    }

    private static boolean look(Mailbox mailbox) {
        mailbox.look();
        return true;
    }

    private Mailbox mailbox() {
        return mailbox(List.of());
    }

    private Mailbox mailbox(List<String> senders) {
        return mailbox(server.getImap().getPort(), PASSWORD, senders, inbox);
    }

    private Mailbox mailbox(int port, String password, List<String> senders, Inbox into) {
        return mailbox(settings(port, password, senders, "INBOX"), into);
    }

    private MailboxSettings settings(int port, String password, List<String> senders, String folder) {
        var url = "imap://" + login + ":" + password.replace("%", "%25").replace(" ", "%20") + "@127.0.0.1:" + port;
        return new MailboxSettings(url, folder, Duration.ofSeconds(15), senders, patience, patience, patience);
    }

    private Mailbox mailbox(MailboxSettings settings, Inbox into) {
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

    private List<StoredMessage> stored() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user).getMessages();
    }

    private List<MimeMessage> messages() throws FolderException {
        return stored().stream().map(StoredMessage::getMimeMessage).toList();
    }

    private CaseFile opened() {
        return cases.open(id, People.ADMIN);
    }

    /** The states of what was kept of this test's mails. */
    private List<String> kept() {
        return keptIds().stream()
                .map(message -> jdbc.sql("select status from raw_message where id = ?")
                        .params(message)
                        .query(String.class)
                        .single())
                .toList();
    }

    private record Quarantined(UUID id, String reason, String detail) {}

    private List<Quarantined> quarantined() {
        var kept = keptIds();
        return jdbc
                .sql("select id, reason, detail from raw_message where status = 'QUARANTINED' order by arrived_at, id")
                .query(Quarantined.class)
                .list()
                .stream()
                .filter(message -> kept.contains(message.id()))
                .toList();
    }

    private List<UUID> keptIds() {
        return KeptMessages.holding("#" + id.value(), id.value(), jdbc, files);
    }

    private byte[] rawOf(TrackingId id) {
        var file = jdbc.sql("select file_id from raw_message where tracking_id = ?")
                .params(id.value())
                .query(UUID.class)
                .single();
        return KeptMessages.bytes(file, files);
    }

    /** Keeps a mail, and then the machine stops. */
    private static class Crashing implements Inbox {

        private final Inbox inbox;
        private boolean now;

        Crashing(Inbox inbox) {
            this.inbox = inbox;
        }

        @Override
        public Receipt accept(Channel channel, byte[] body) {
            return inbox.accept(channel, body);
        }

        @Override
        public Optional<UUID> keep(Channel channel, Body body) {
            var kept = inbox.keep(channel, body);
            if (now) {
                throw new IllegalStateException("the machine stopped");
            }
            return kept;
        }

        @Override
        public void setAside(UUID message, Unreadable.Reason reason, String detail) {
            inbox.setAside(message, reason, detail);
        }

        @Override
        public Outcome read(UUID message) {
            return inbox.read(message);
        }
    }

    /** Stands between mailbox and server: refuses some commands by itself, or breaks off. */
    private static class Between implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final int server;
        volatile Predicate<String> refuses;
        volatile int bytesUntilItBreaks = Integer.MAX_VALUE;

        Between(int server, Predicate<String> refuses) throws IOException {
            this.server = server;
            this.refuses = refuses;
            start(this::open);
        }

        int port() {
            return door.getLocalPort();
        }

        private void open() throws IOException {
            while (!door.isClosed()) {
                var client = door.accept();
                var behind = new Socket(InetAddress.getLoopbackAddress(), server);
                start(() -> commands(client, behind));
                start(() -> answers(behind, client));
            }
        }

        private void commands(Socket client, Socket behind) throws IOException {
            try (client;
                    behind;
                    var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (refuses.test(line)) {
                        client.getOutputStream()
                                .write((line.split(" ")[0] + " NO [SERVERBUG] not now\r\n").getBytes(UTF_8));
                    } else {
                        behind.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
                    }
                }
            }
        }

        private void answers(Socket behind, Socket client) throws IOException {
            try (behind;
                    client) {
                int left = bytesUntilItBreaks;
                for (int one = behind.getInputStream().read(); one >= 0 && left-- > 0; ) {
                    client.getOutputStream().write(one);
                    one = behind.getInputStream().read();
                }
            }
        }

        private interface Work {
            void run() throws IOException;
        }

        private static void start(Work work) {
            var thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException e) {
                    // One side has hung up.
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
