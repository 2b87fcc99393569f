package id.go.cirebonkab.lajur.notify;

import static id.go.cirebonkab.lajur.support.People.ADMIN;
import static id.go.cirebonkab.lajur.support.People.OTHER_ADMIN;
import static id.go.cirebonkab.lajur.support.People.SUPERVISOR;
import static id.go.cirebonkab.lajur.support.People.SYSTEM_ADMIN;
import static id.go.cirebonkab.lajur.support.People.officerOf;
import static id.go.cirebonkab.lajur.support.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.Verb;
import id.go.cirebonkab.lajur.notify.Notices.NoticeRow;
import id.go.cirebonkab.lajur.notify.OutgoingNotices.Outgoing;
import id.go.cirebonkab.lajur.shared.DisplayTimes;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.support.Bystander;
import id.go.cirebonkab.lajur.support.Case;
import id.go.cirebonkab.lajur.support.Desk;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.StandingClock;
import id.go.cirebonkab.lajur.support.StandingDomainClock;
import id.go.cirebonkab.lajur.support.Together;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;

/**
 * Notices and a real mail server, which only the mailmen of the tests know: the node's own has none. They work in the
 * thread of the test, unless it is about several at once. The system clock stands, so a pause is over when the test says so.
 */
@RoomTest
@Import(NotifyTests.Room.class)
@TestPropertySource(properties = {"lajur.public-url=https://lajur.example/", "lajur.notify.first-pause=5s"})
@Timeout(60)
class NotifyTests {

    /** With the application's own words, whatever the machine speaks. */
    @ComponentScan(basePackageClasses = Notices.class)
    @ComponentScan(
            basePackageClasses = DisplayTimes.class,
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*MessagesConfiguration"))
    static class Room {}

    @Autowired
    private Desk desk;

    @Autowired
    private Notices notices;

    @Autowired
    private OutgoingNotices outgoing;

    @Autowired
    private LinkLetters letters;

    @Autowired
    private MailWriter writer;

    @Autowired
    private PublicAddress address;

    @Autowired
    private NotifySettings settings;

    @Autowired
    private StandingClock clock;

    @Autowired
    private StandingDomainClock domainClock;

    @Autowired
    private Bystander bystander;

    @Autowired
    private JdbcClient jdbc;

    private static final AtomicLong IDS = new AtomicLong(1000);

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final MailPost post =
            new MailPost(new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSender.class));

    private GreenMail server;
    private Mailman mailman;

    @BeforeEach
    void aMailServerAndAnEmptyTable() {
        desk.at("2026-11-23 09:00");
        jdbc.sql("update notice set state = 'OBSOLETE' where state in ('WAITING', 'SENDING')")
                .update();
        jdbc.sql("""
                        update assignment_letter set valid_until = '2020-12-31', valid_from = '2020-01-01'
                        where number <> 'Uji'""").update();
        jdbc.sql("update account set email = null").update();
        sender.setHost("127.0.0.1");
        mailman = mailman();
        serverIsBack(0);
    }

    @AfterEach
    void theServerGoes() {
        server.stop();
        bystander.calm();
    }

    private Mailman mailman() {
        return new Mailman(
                outgoing,
                letters,
                writer,
                post,
                address,
                settings,
                clock,
                domainClock,
                new TaskExecutorAdapter(Runnable::run));
    }

    private void serverIsBack(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        sender.setPort(server.getSmtp().getPort());
    }

    // -- whom

    @Test
    void aForwardedComplaintIsToldToEveryOfficerOfItsAgencies() throws Exception {
        pic("dputr", "Adi", "adi@dputr.example");
        pic("dputr", "Bela", "bela@dputr.example");
        pic("dlh", "Candra", "candra@dlh.example");
        pic("dinkes", "Dini", "dini@dinkes.example");
        expired("dputr", "Eko", "eko@dputr.example");

        desk.aComplaint().forwardedTo("dputr", "dlh");
        mailman.wake();

        assertThat(recipients())
                .containsExactlyInAnyOrder("adi@dputr.example", "bela@dputr.example", "candra@dlh.example");
    }

    @Test
    void whoStandsForTwoAgenciesIsToldOnce() throws Exception {
        var adi = pic("dputr", "Adi", "adi@dputr.example");
        letter(adi, "dlh", "2026-01-01", "2027-01-01");

        var it = desk.aComplaint().forwardedTo("dputr", "dlh");
        mailman.wake();

        assertThat(recipients()).containsExactly("adi@dputr.example");
        assertThat(of(it)).extracting(NoticeRow::agencyName).containsExactly("DPUTR");
    }

    @Test
    void whoWasShutOutIsNotTold() {
        var adi = pic("dputr", "Adi", "adi@dputr.example");
        jdbc.sql("""
                        insert into account (id, username, display_name, password_hash, role, officer_id, active, created_at)
                        values (1000, 'adi.lama', 'Adi', '', 'OFFICER', ?, false, '2026-01-01')""").params(adi).update();

        var it = desk.aComplaint().forwardedTo("dputr");

        assertThat(of(it)).extracting(NoticeRow::state).containsExactly(NoticeState.NO_ADDRESS);
    }

    @Test
    void anAgencyWithoutAnAddressShowsAsSuch() throws Exception {
        pic("dputr", "Adi", null);
        pic("dputr", "Bela", " ");

        var it = desk.aComplaint().forwardedTo("dputr", "dlh");
        mailman.wake();

        assertThat(of(it)).extracting(NoticeRow::state).containsExactly(NoticeState.NO_ADDRESS, NoticeState.NO_ADDRESS);
        assertThat(of(it)).extracting(NoticeRow::agencyName).containsExactly("DPUTR", "DLH");
        assertThat(recipients()).isEmpty();
    }

    @Test
    void aReassignmentIsToldToTheNewLeadOnly() throws Exception {
        pic("dputr", "Adi", "adi@dputr.example");
        pic("dlh", "Candra", "candra@dlh.example");
        pic("dinkes", "Dini", "dini@dinkes.example");
        var it = desk.aComplaint().forwardedTo("dputr", "dinkes");
        mailman.wake();
        server.purgeEmailFromAllMailboxes();

        it.reassignedTo("dlh");
        mailman.wake();

        assertThat(recipients()).containsExactly("candra@dlh.example");
    }

    @Test
    void aRevisionIsToldToTheLeadAndAFollowUpToAllWhoHaveTheCase() throws Exception {
        pic("dputr", "Adi", "adi@dputr.example");
        pic("dlh", "Candra", "candra@dlh.example");
        var it = desk.aComplaint().forwardedTo("dputr", "dlh").answered();
        mailman.wake();
        server.purgeEmailFromAllMailboxes();

        it.sentBack();
        mailman.wake();
        assertThat(recipients()).containsExactly("adi@dputr.example");
        server.purgeEmailFromAllMailboxes();

        it.followedUp();
        mailman.wake();
        assertThat(recipients()).containsExactlyInAnyOrder("adi@dputr.example", "candra@dlh.example");
        server.purgeEmailFromAllMailboxes();

        it.contributedBy("dlh").followedUp();
        mailman.wake();
        assertThat(recipients()).containsExactly("adi@dputr.example");
    }

    @Test
    void aFollowUpThatComesToTheDeskIsNobodysMail() throws Exception {
        pic("dputr", "Adi", "adi@dputr.example");
        var it = desk.aComplaint().arrived().followedUp();

        mailman.wake();

        assertThat(of(it)).isEmpty();
    }

    @Test
    void theDeskIsToldOfAnAnswerAndOfAReturnButNotWhoDidIt() throws Exception {
        admin(ADMIN.id(), "ani@cirebonkab.example");
        admin(OTHER_ADMIN.id(), "budi@cirebonkab.example");

        var answered = desk.aComplaint().forwardedTo("dputr").answered();
        mailman.wake();
        assertThat(recipients()).containsExactlyInAnyOrder("ani@cirebonkab.example", "budi@cirebonkab.example");
        server.purgeEmailFromAllMailboxes();

        desk.aComplaint().forwardedTo("dputr").answerRecorded();
        mailman.wake();
        assertThat(recipients()).containsExactly("budi@cirebonkab.example");
        server.purgeEmailFromAllMailboxes();

        desk.aComplaint().forwardedTo("dputr").returned();
        mailman.wake();
        assertThat(recipients()).containsExactlyInAnyOrder("ani@cirebonkab.example", "budi@cirebonkab.example");
        assertThat(of(answered)).extracting(NoticeRow::kind).endsWith(NoticeKind.ANSWERED, NoticeKind.ANSWERED);
    }

    @Test
    void aComplaintAboutOfficialsIsToldToNobodyButTheInspektorat() throws Exception {
        pic("inspektorat", "Indra", "indra@inspektorat.example");
        pic("dputr", "Adi", "adi@dputr.example");
        var it = desk.aComplaint().forwardedTo("dputr");

        it.classifiedAs(Classification.PENGAWASAN, "dputr").forwardedTo("inspektorat");
        mailman.wake();

        assertThat(recipients()).containsExactly("indra@inspektorat.example");
        assertThat(of(it)).extracting(NoticeRow::state).containsExactly(NoticeState.OBSOLETE, NoticeState.SENT);
    }

    // -- what it says

    @Test
    void theMailSaysWhatHasComeUntilWhenAndWhere() throws Exception {
        pic("dputr", "Adi", "adi@dputr.example");
        var it = desk.aComplaint(aReport().titled("Jalan rusak di Sumber")).forwardedTo("dputr");

        mailman.wake();

        var mail = mails().get(0);
        assertThat(mail.getSubject()).isEqualTo("Pengaduan " + it.id() + " untuk DPUTR – Jalan rusak di Sumber");
        assertThat(mail.getFrom()[0]).hasToString("lajur@lajur.example");
        assertThat(mail.getRecipients(Message.RecipientType.TO)[0]).hasToString("Adi <adi@dputr.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(part(mail, 0).replace("\r\n", "\n"))
                .isEqualTo("""
                Yth. Adi,

                Pengaduan #%1$s diteruskan kepada DPUTR dan menunggu tindak lanjut Anda.

                Sejak: Senin, 23 November 2026 pukul 09.00 WIB
                Judul: Jalan rusak di Sumber
                Tenggat: Selasa, 24 November 2026 pukul 09.00 WIB

                Buka pengaduan ini di Lajur:
                https://lajur.example/pengaduan/%1$s

                --
                Surel otomatis dari Lajur, meja pengaduan LAPOR! Kabupaten Cirebon. Anda menerimanya karena menjadi PIC DPUTR menurut surat tugas. Jangan membalas surel ini.
                """.formatted(it.id().value()));
        assertThat(part(mail, 1))
                .contains(
                        "href=\"https://lajur.example/pengaduan/" + it.id().value() + "\"",
                        "Buka pengaduan",
                        "Tenggat: Selasa, 24 November 2026 pukul 09.00 WIB");
    }

    @Test
    void nobodyLearnsFromTheMailWhoComplainedOrWhatWasWritten() throws Exception {
        pic("dputr", "Adi", "adi@dputr.example");
        admin(ADMIN.id(), "ani@cirebonkab.example");
        var report = aReport()
                .titled("Siti Rahayu 3209123456789012 telepon 0812-3456-7890 jalan rusak")
                .saying("Nama saya Siti Rahayu, NIK 3209123456789012, surel siti@warga.example.")
                .by("Siti Rahayu")
                .at("Rumah Siti, 081234567890");

        desk.aComplaint(report)
                .forwardedTo("dputr")
                .followedUp()
                .answered("Kepada Ibu Siti Rahayu.")
                .sentBack();
        desk.aComplaint(aReport().titled("Gang 081234567890 gelap").by("Tono"))
                .forwardedTo("dputr")
                .returned();
        mailman.wake();

        assertThat(mails()).hasSizeGreaterThanOrEqualTo(3);
        for (var mail : mails()) {
            assertThat(everythingOf(mail))
                    .doesNotContainIgnoringCase(
                            "siti", "rahayu", "3209123456789012", "0812", "81234567890", "warga.example", "tono")
                    .doesNotContain("Mohon lebih jelas", "Kepada Ibu", "Belum ada perubahan", "Bukan wewenang kami.");
        }
    }

    @Test
    void aSecretComplaintHasNoTitleInItsMail() throws Exception {
        pic("dputr", "Adi", "adi@dputr.example");
        pic("inspektorat", "Indra", "indra@inspektorat.example");
        desk.aComplaint(aReport().titled("Rahasia besar").isSecret()).forwardedTo("dputr");
        desk.aComplaint(aReport().titled("Pungli besar").classified(Classification.PENGAWASAN))
                .forwardedTo("inspektorat");

        mailman.wake();

        assertThat(mails()).hasSize(2);
        for (var mail : mails()) {
            assertThat(everythingOf(mail)).doesNotContain("besar");
        }
    }

    @Test
    void aTitleCanNotWriteHeaders() throws Exception {
        pic("dputr", "Adi\r\nBcc: penyusup@jahat.example", "adi@dputr.example");
        desk.aComplaint(aReport().titled("Judul\r\nBcc: penyusup@jahat.example\u2028\r\n\r\nisi"))
                .forwardedTo("dputr");

        mailman.wake();

        assertThat(recipients()).containsExactly("adi@dputr.example");
        assertThat(mails().get(0).getHeader("Bcc")).isNull();
        assertThat(mails().get(0).getSubject()).doesNotContain("\n", "\r");
    }

    // -- how it goes

    @Test
    void aTransitionThatIsUndoneLeavesNoNotice() {
        pic("dputr", "Adi", "adi@dputr.example");
        var it = desk.aComplaint().arrived();
        bystander.failAt(Verb.FORWARD, it.id());

        assertThatThrownBy(() -> it.forwardedTo("dputr")).hasMessage("the bystander fails");

        assertThat(of(it)).isEmpty();
    }

    @Test
    void aMailServerThatIsAwayIsAskedAgainWithGrowingPauses() throws Exception {
        pic("dputr", "Adi", "adi@dputr.example");
        pic("dputr", "Bela", "bela@dputr.example");
        server.stop();
        var it = desk.aComplaint().forwardedTo("dputr");

        mailman.wake();
        assertThat(of(it))
                .extracting(NoticeRow::attempts)
                .as("one knocks, the other waits")
                .containsExactly(1, 0);
        assertThat(of(it).get(0).failure()).contains("Connect");
        mailman.wake();
        assertThat(of(it)).extracting(NoticeRow::attempts).containsExactly(1, 0);
        for (var hours = 0; hours < 48; hours++) {
            clock.forward(Duration.ofHours(1));
            mailman.wake();
        }
        assertThat(of(it)).extracting(NoticeRow::state).containsOnly(NoticeState.WAITING);

        serverIsBack(0);
        clock.forward(Duration.ofHours(1));
        mailman.wake();
        assertThat(of(it)).extracting(NoticeRow::state).containsOnly(NoticeState.SENT);
        assertThat(recipients()).containsExactlyInAnyOrder("adi@dputr.example", "bela@dputr.example");
    }

    @Test
    void whatWasSentBeforeACrashIsSentAgainUnderTheSameId() throws Exception {
        pic("dputr", "Adi", "adi@dputr.example");
        var it = desk.aComplaint().forwardedTo("dputr");
        var killed = outgoing.claim(clock.instant(), settings.lease()).orElseThrow();
        send(killed);

        mailman.wake();
        assertThat(mails()).as("its lease goes on").hasSize(1);
        clock.forward(settings.lease().plusSeconds(1));
        mailman.wake();

        assertThat(mails()).hasSize(2);
        assertThat(mails().get(0).getMessageID()).isEqualTo(mails().get(1).getMessageID());
        assertThat(of(it)).extracting(NoticeRow::state).containsExactly(NoticeState.SENT);
        outgoing.later(killed, clock.instant(), "the killed one wakes up");
        assertThat(of(it)).extracting(NoticeRow::state).containsExactly(NoticeState.SENT);
    }

    @Test
    void aRefusedAddressIsGivenUpWithTheServersWordsAndOthersAreServed() throws Exception {
        pic("dputr", "Adi", "tidak.ada@dputr.example");
        pic("dputr", "Bela", "bela@dputr.example");
        var it = desk.aComplaint().forwardedTo("dputr");
        try (var strict = new RefusingServer("tidak.ada@dputr.example", "550 5.1.1 Tidak ada orang itu")) {
            sender.setPort(strict.port());
            mailman.wake();
            assertThat(strict.taken()).isEqualTo(1);
        }

        assertThat(of(it)).extracting(NoticeRow::state).containsExactly(NoticeState.FAILED, NoticeState.SENT);
        assertThat(of(it).get(0).failure()).contains("550 5.1.1 Tidak ada orang itu");

        jdbc.sql("update officer set email = 'adi@dputr.example' where email = 'tidak.ada@dputr.example'")
                .update();
        sender.setPort(server.getSmtp().getPort());
        notices.sendAgain(of(it).get(0).id());
        mailman.wake();
        assertThat(recipients()).containsExactly("adi@dputr.example");
        var done = of(it).get(0).id();
        assertThatThrownBy(() -> notices.sendAgain(done)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> notices.sendAgain(Long.MAX_VALUE)).isInstanceOf(NotVisible.class);
    }

    @Test
    void anAddressThatIsNotServedNowIsTriedAgainAndHoldsNobodyUp() throws Exception {
        pic("dputr", "Adi", "sibuk@dputr.example");
        pic("dputr", "Bela", "bela@dputr.example");
        var it = desk.aComplaint().forwardedTo("dputr");
        try (var busy = new RefusingServer("sibuk@dputr.example", "450 4.2.1 Coba lagi nanti")) {
            sender.setPort(busy.port());
            mailman.wake();
        }

        assertThat(of(it)).extracting(NoticeRow::state).containsExactly(NoticeState.WAITING, NoticeState.SENT);
        assertThat(of(it).get(0).failure()).contains("450 4.2.1");
    }

    @Test
    void oneThatCanNotBeWrittenHoldsNobodyUpAndIsNotLost() throws Exception {
        pic("dputr", "Adi", "adi@dputr.example");
        var poisoned = desk.aComplaint().forwardedTo("dputr");
        desk.aComplaint().forwardedTo("dputr");
        jdbc.sql("update notice set name = null where tracking_id = ?")
                .params(poisoned.id().value())
                .update();

        mailman.wake();

        assertThat(mails()).hasSize(1);
        assertThat(of(poisoned)).extracting(NoticeRow::state).containsExactly(NoticeState.WAITING);
        assertThat(of(poisoned).get(0).failure()).isNotBlank();
    }

    @Test
    void severalWorkersSendEachNoticeOnce() throws Exception {
        pic("dputr", "Adi", "adi@dputr.example");
        IntStream.range(0, 12).forEach(i -> desk.aComplaint().forwardedTo("dputr"));
        var workers = IntStream.range(0, 4)
                .mapToObj(i -> mailman())
                .<Callable<?>>map(each -> () -> {
                    each.wake();
                    return null;
                })
                .toArray(Callable<?>[]::new);

        Together.all(workers);

        assertThat(mails()).hasSize(12);
        assertThat(mails()).extracting(MimeMessage::getMessageID).doesNotHaveDuplicates();
    }

    @Test
    void whatNoLongerMattersIsNotSent() throws Exception {
        pic("dputr", "Adi", "adi@dputr.example");
        admin(ADMIN.id(), "ani@cirebonkab.example");
        var recalled = desk.aComplaint().forwardedTo("dputr").recalled();
        var ended = desk.aComplaint().forwardedTo("dputr").archived();
        var answered = desk.aComplaint().forwardedTo("dputr").answered().approved();
        var twice = desk.aComplaint().forwardedTo("dputr").answered().sentBack().answered();

        mailman.wake();

        assertThat(of(recalled)).extracting(NoticeRow::state).containsExactly(NoticeState.OBSOLETE);
        assertThat(of(ended)).extracting(NoticeRow::state).containsExactly(NoticeState.OBSOLETE);
        assertThat(of(answered)).extracting(NoticeRow::state).containsOnly(NoticeState.OBSOLETE);
        assertThat(of(twice))
                .extracting(NoticeRow::kind, NoticeRow::state)
                .endsWith(tuple(NoticeKind.ANSWERED, NoticeState.SENT));
        assertThat(recipients()).containsExactly("ani@cirebonkab.example");
    }

    @Test
    void aLetterThatEndedMeanwhileMakesANoticeObsolete() throws Exception {
        var adi = pic("dputr", "Adi", "adi@dputr.example");
        var it = desk.aComplaint().forwardedTo("dputr");
        jdbc.sql("update assignment_letter set valid_until = '2026-11-22' where officer_id = ?")
                .params(adi)
                .update();

        mailman.wake();

        assertThat(of(it)).extracting(NoticeRow::state).containsExactly(NoticeState.OBSOLETE);
    }

    // -- who sees it

    @Test
    void theDeskSeesAllNoticesOfACaseAndAnOfficerOnlyTheOwn() {
        pic("dputr", "Adi", "adi@dputr.example");
        letter(1, "dputr", "2026-01-01", "2027-01-01");
        jdbc.sql("update officer set email = 'petugas@dputr.example' where id = 1")
                .update();

        var it = desk.aComplaint().forwardedTo("dputr");

        assertThat(of(it)).hasSize(2);
        assertThat(notices.of(it.id(), officerOf("dputr")))
                .extracting(NoticeRow::address)
                .containsExactly("petugas@dputr.example");
        assertThat(notices.of(it.id(), SUPERVISOR)).isEmpty();
        assertThat(notices.of(it.id(), SYSTEM_ADMIN)).isEmpty();
    }

    @Test
    void theListGoesOnByKeyAndByState() {
        pic("dputr", "Adi", "adi@dputr.example");
        IntStream.range(0, 60).forEach(i -> desk.aComplaint().forwardedTo("dputr"));

        var first = notices.list(NoticeState.WAITING, null);
        var second = notices.list(NoticeState.WAITING, Long.valueOf(Objects.requireNonNull(first.next())));

        assertThat(first.rows()).hasSize(50);
        assertThat(second.rows()).hasSize(10);
        assertThat(second.next()).isNull();
        assertThat(notices.list(NoticeState.FAILED, null).rows()).allMatch(row -> row.state() == NoticeState.FAILED);
    }

    private void send(Outgoing notice) throws Exception {
        var mail = post.blank();
        writer.write(notice, address.url().orElseThrow(), mail);
        assertThat(post.hand(mail).ending()).isEqualTo(MailPost.Ending.TAKEN);
    }

    private long pic(String agency, String name, String email) {
        var officer = officer(name, email);
        letter(officer, agency, "2026-01-01", "2027-01-01");
        return officer;
    }

    private void expired(String agency, String name, String email) {
        letter(officer(name, email), agency, "2025-01-01", "2026-11-22");
    }

    private long officer(String name, String email) {
        var id = IDS.incrementAndGet();
        jdbc.sql("insert into officer (id, name, email) values (?, ?, ?)")
                .params(Arrays.asList(id, name, email))
                .update();
        return id;
    }

    private void letter(long officer, String agency, String from, String until) {
        jdbc.sql("""
                        insert into assignment_letter (officer_id, agency_code, number, issued_on, valid_from, valid_until)
                        values (:officer, :agency, '1', cast(:from as date), cast(:from as date), cast(:until as date))""")
                .param("officer", officer)
                .param("agency", agency)
                .param("from", from)
                .param("until", until)
                .update();
    }

    private void admin(Long id, String email) {
        jdbc.sql("update account set email = ? where id = ?").params(email, id).update();
    }

    private List<NoticeRow> of(Case it) {
        return notices.of(it.id(), ADMIN);
    }

    private List<MimeMessage> mails() {
        return List.of(server.getReceivedMessages());
    }

    private List<String> recipients() throws Exception {
        var addresses = new ArrayList<String>();
        for (var user : server.getUserManager().listUser()) {
            var mailbox = server.getManagers().getImapHostManager().getInbox(user);
            mailbox.getMessages().forEach(mail -> addresses.add(user.getEmail()));
        }
        return addresses;
    }

    private static String part(MimeMessage mail, int position) throws Exception {
        return (String) ((Multipart) mail.getContent()).getBodyPart(position).getContent();
    }

    /** The source as it travelled, and its headers and parts as they are read. */
    private static String everythingOf(MimeMessage mail) throws Exception {
        var source = new ByteArrayOutputStream();
        mail.writeTo(source);
        var all = new StringBuilder(source.toString(StandardCharsets.UTF_8)).append(mail.getSubject());
        var parts = (Multipart) mail.getContent();
        for (var at = 0; at < parts.getCount(); at++) {
            BodyPart each = parts.getBodyPart(at);
            all.append(each.getContent());
        }
        return all.toString();
    }
}
