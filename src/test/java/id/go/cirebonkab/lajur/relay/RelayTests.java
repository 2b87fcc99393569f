package id.go.cirebonkab.lajur.relay;

import static id.go.cirebonkab.lajur.relay.DeliveryStatus.ACCEPTED;
import static id.go.cirebonkab.lajur.relay.DeliveryStatus.REFUSED;
import static id.go.cirebonkab.lajur.relay.DeliveryStatus.SENDING;
import static id.go.cirebonkab.lajur.relay.DeliveryStatus.UNKNOWN;
import static id.go.cirebonkab.lajur.relay.DeliveryStatus.WAITING;
import static id.go.cirebonkab.lajur.relay.DeliveryStatus.WITHDRAWN;
import static id.go.cirebonkab.lajur.relay.ScriptedPortal.Act.KILL;
import static id.go.cirebonkab.lajur.relay.ScriptedPortal.Act.LOSE;
import static id.go.cirebonkab.lajur.relay.ScriptedPortal.Act.REFUSE;
import static id.go.cirebonkab.lajur.relay.ScriptedPortal.Act.TAKE;
import static id.go.cirebonkab.lajur.relay.ScriptedPortal.Act.TAKE_AND_FALL_SILENT;
import static id.go.cirebonkab.lajur.relay.ScriptedPortal.Act.TAKE_AND_KILL;
import static id.go.cirebonkab.lajur.relay.ScriptedPortal.Act.TURN_AWAY;
import static id.go.cirebonkab.lajur.support.People.ADMIN;
import static id.go.cirebonkab.lajur.support.People.officerOf;
import static id.go.cirebonkab.lajur.support.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.go.cirebonkab.lajur.complaint.Answer;
import id.go.cirebonkab.lajur.complaint.AnswerText;
import id.go.cirebonkab.lajur.complaint.ArchiveKind;
import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.TransitionRefused;
import id.go.cirebonkab.lajur.complaint.Upload;
import id.go.cirebonkab.lajur.complaint.Verb;
import id.go.cirebonkab.lajur.relay.Deliveries.AttemptRow;
import id.go.cirebonkab.lajur.relay.Deliveries.DeliveryRow;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotAllowed;
import id.go.cirebonkab.lajur.support.Bystander;
import id.go.cirebonkab.lajur.support.Case;
import id.go.cirebonkab.lajur.support.Desk;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.StandingClock;
import id.go.cirebonkab.lajur.support.Together;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deliveries against a portal that plays by a script. The system clock stands, so a pause is over when the test says so;
 * the dispatchers are the test's own and work in its thread, unless a test is about several at once.
 */
@RoomTest
@Timeout(60)
class RelayTests {

    @Autowired
    private Desk desk;

    @Autowired
    private ScriptedPortal portal;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Consignments consignments;

    @Autowired
    private Courier courier;

    @Autowired
    private RelaySettings settings;

    @Autowired
    private StandingClock clock;

    @Autowired
    private ComplaintCommands complaints;

    @Autowired
    private Bystander bystander;

    @Autowired
    private AsyncTaskExecutor applicationTaskExecutor;

    @Autowired
    private JdbcClient jdbc;

    private Dispatcher dispatcher;

    @BeforeEach
    void anEmptyOutbox() {
        desk.at("2026-11-23 09:00");
        jdbc.sql("update delivery set status = 'WITHDRAWN' where status in ('WAITING', 'SENDING', 'UNKNOWN')")
                .update();
        portal.begin();
        dispatcher = inThisThread();
    }

    @AfterEach
    void nobodyDisturbsTheNext() {
        portal.handOverByHand();
        bystander.calm();
    }

    private Dispatcher inThisThread() {
        return new Dispatcher(consignments, courier, portal, settings, clock, new TaskExecutorAdapter(Runnable::run));
    }

    /** Approved while nobody carries: the node's own dispatcher only looks when the portal is automatic. */
    private Case approved(String answer) {
        portal.handOverByHand();
        var it = desk.aComplaint().forwardedTo("dputr").answered(answer).approved();
        portal.beAutomatic();
        return it;
    }

    private Case approved() {
        return approved("Sudah kami perbaiki.");
    }

    @Test
    void anApprovedAnswerIsCarriedAtOnceAndRelayed() {
        var it = desk.aComplaint(aReport().isSecret())
                .forwardedTo("dputr")
                .answered("Sudah beres.")
                .approved();

        await().until(() -> last(it).status() == ACCEPTED);

        assertThat(portal.posted()).hasSize(1);
        assertThat(portal.posted().get(0))
                .extracting(Portal.Parcel::trackingId, Portal.Parcel::kind, Portal.Parcel::body, Portal.Parcel::secret)
                .containsExactly(it.id(), Portal.Kind.FOLLOW_UP, "Sudah beres.", true);
        assertThat(last(it).receipt()).isEqualTo("receipt 1");
        assertThat(last(it).acceptedAt()).as("domain time").isEqualTo(desk.now());
        assertThat(state(it)).isEqualTo("RELAYED");
        assertThat(attempts(it)).containsExactly("POST ACCEPTED 1");
    }

    @Test
    void theFilesOfTheAnswerGoAlong() throws Exception {
        portal.handOverByHand();
        var it = desk.aComplaint().forwardedTo("dputr");
        var photo = "x".repeat(300_000).getBytes();
        complaints.answer(
                it.id(),
                null,
                new AnswerText(Answer.Kind.FINAL, "Lihat foto.", null),
                List.of(upload("foto.jpg", "image/jpeg", photo)),
                officerOf("dputr"));
        it.approved();
        portal.beAutomatic();
        dispatcher.wake();

        var enclosure = portal.posted().get(0).enclosures().get(0);
        var out = new ByteArrayOutputStream();
        enclosure.content().writeTo(out);
        assertThat(enclosure.name()).isEqualTo("foto.jpg");
        assertThat(enclosure.size()).isEqualTo(300_000);
        assertThat(out.toByteArray()).isEqualTo(photo);
    }

    private static Upload upload(String name, String type, byte[] content) {
        return new Upload() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String contentType() {
                return type;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content);
            }
        };
    }

    @Test
    void notOurAuthorityIsToldToThePortal() {
        portal.handOverByHand();
        var it = desk.aComplaint().archivedAs(ArchiveKind.BUKAN_WEWENANG);
        var quiet = desk.aComplaint().archivedAs(ArchiveKind.BUKAN_PENGADUAN);
        portal.beAutomatic();
        dispatcher.wake();

        assertThat(portal.posted()).extracting(Portal.Parcel::kind).containsExactly(Portal.Kind.NOT_OUR_AUTHORITY);
        assertThat(last(it).status()).isEqualTo(ACCEPTED);
        assertThat(state(it)).isEqualTo("ARCHIVED");
        assertThat(deliveries.of(quiet.id())).isEmpty();
    }

    @Test
    void whatWasNotTakenIsPostedAgain() {
        portal.will(TURN_AWAY, TAKE);
        var it = approved();

        dispatcher.wake();
        assertThat(last(it).status()).isEqualTo(WAITING);
        assertThat(last(it).failure()).isEqualTo(Portal.Failure.UNAVAILABLE);
        assertThat(state(it)).isEqualTo("ANSWERED");

        dispatcher.wake();
        assertThat(portal.posted()).as("not before the pause is over").hasSize(1);
        clock.forward(Duration.ofSeconds(1));
        dispatcher.wake();
        assertThat(last(it).status()).isEqualTo(ACCEPTED);
        assertThat(last(it).failure()).isNull();
        assertThat(portal.standing()).hasSize(1);
        assertThat(state(it)).isEqualTo("RELAYED");
    }

    @Test
    void beforeAnythingIsPostedTheBooksSayThatItMayHaveArrived() {
        var it = approved();
        var seen = new ArrayList<DeliveryStatus>();
        portal.duringAPost(() -> seen.add(last(it).status()));

        dispatcher.wake();

        assertThat(seen).as("committed, as another connection sees it").containsExactly(SENDING);
    }

    @Nested
    class AnUncertainPost {

        @Test
        void thatIsFoundIsNotPostedAgain() {
            portal.will(TAKE_AND_FALL_SILENT);
            var it = approved();
            dispatcher.wake();
            assertThat(last(it).status()).isEqualTo(UNKNOWN);
            assertThat(state(it)).isEqualTo("ANSWERED");

            clock.forward(Duration.ofSeconds(1));
            dispatcher.wake();

            assertThat(last(it).status()).isEqualTo(ACCEPTED);
            assertThat(portal.posted()).hasSize(1);
            assertThat(state(it)).isEqualTo("RELAYED");
            assertThat(attempts(it)).containsExactly("POST TIMED_OUT 1", "LOOK_UP FOUND 1");
        }

        @Test
        void thatIsNotFoundIsPostedAgainOnlyAfterTheQuietTime() {
            portal.will(LOSE, TAKE);
            var it = approved();
            dispatcher.wake();
            var began = clock.instant();

            while (clock.instant().isBefore(began.plus(settings.quiet()).minusSeconds(1))) {
                clock.forward(Duration.ofSeconds(1));
                dispatcher.wake();
                assertThat(portal.posted()).hasSize(1);
                assertThat(last(it).status()).isEqualTo(UNKNOWN);
            }
            assertThat(portal.lookUps()).isPositive();
            clock.forward(Duration.ofSeconds(1));
            dispatcher.wake();

            assertThat(portal.posted()).hasSize(2);
            assertThat(last(it).status()).isEqualTo(ACCEPTED);
            assertThat(attempts(it)).hasSizeLessThanOrEqualTo(3);
        }

        @Test
        void thatTurnsUpInTheQuietTimeIsAcceptedAsItIs() {
            portal.will(LOSE);
            var it = approved();
            dispatcher.wake();
            clock.forward(Duration.ofSeconds(10));
            dispatcher.wake();
            assertThat(last(it).status()).isEqualTo(UNKNOWN);

            portal.put(portal.posted().get(0));
            clock.forward(Duration.ofSeconds(10));
            dispatcher.wake();

            assertThat(portal.posted()).hasSize(1);
            assertThat(last(it).status()).isEqualTo(ACCEPTED);
        }

        @Test
        void thatCannotBeLookedUpIsNotPostedAgainHoweverLongThatLasts() {
            portal.will(TAKE_AND_FALL_SILENT);
            var it = approved();
            dispatcher.wake();
            portal.goDown();
            for (var minute = 0; minute < 10; minute++) {
                clock.forward(Duration.ofMinutes(1));
                dispatcher.wake();
            }
            assertThat(last(it).status()).isEqualTo(UNKNOWN);

            portal.comeBack();
            clock.forward(Duration.ofMinutes(1));
            dispatcher.wake();
            assertThat(portal.posted()).hasSize(1);
            assertThat(last(it).status()).isEqualTo(ACCEPTED);
        }

        @Test
        void isNotTakenForAnEarlierAnswerOfTheSameWords() {
            var it = desk.aComplaint();
            portal.handOverByHand();
            it.forwardedTo("dputr").answered("Sama.").approved();
            portal.beAutomatic();
            dispatcher.wake();
            assertThat(state(it)).isEqualTo("RELAYED");
            portal.handOverByHand();
            it.followedUp().forwardedTo("dputr").answered("Sama.").approved();
            portal.beAutomatic();

            portal.will(LOSE, TAKE);
            dispatcher.wake();
            clock.forward(Duration.ofSeconds(1));
            dispatcher.wake();
            assertThat(last(it).status())
                    .as("the one that stands there is the earlier one")
                    .isEqualTo(UNKNOWN);

            clock.forward(settings.quiet());
            dispatcher.wake();
            assertThat(last(it).status()).isEqualTo(ACCEPTED);
            assertThat(portal.standing()).hasSize(2);
        }
    }

    @Nested
    class AKilledWorker {

        @Test
        void leavesWhatHadArrivedToBeLookedUp() {
            portal.will(TAKE_AND_KILL);
            var it = approved();
            assertThatThrownBy(dispatcher::wake).isInstanceOf(ScriptedPortal.Killed.class);
            assertThat(last(it).status()).isEqualTo(SENDING);
            var nextNode = inThisThread();

            clock.forward(settings.lease());
            nextNode.wake();
            assertThat(portal.lookUps()).as("it may still be alive").isZero();
            clock.forward(Duration.ofSeconds(1));
            nextNode.wake();

            assertThat(portal.posted()).hasSize(1);
            assertThat(last(it).status()).isEqualTo(ACCEPTED);
            assertThat(state(it)).isEqualTo("RELAYED");
        }

        @Test
        void leavesWhatHadNotArrivedToBePostedAgain() {
            portal.will(KILL);
            var it = approved();
            assertThatThrownBy(dispatcher::wake).isInstanceOf(ScriptedPortal.Killed.class);

            clock.forward(settings.lease().plusSeconds(1));
            inThisThread().wake();

            assertThat(portal.lookUps()).as("looked up first").isEqualTo(1);
            assertThat(portal.posted()).hasSize(2);
            assertThat(portal.standing()).hasSize(1);
            assertThat(last(it).status()).isEqualTo(ACCEPTED);
        }

        @Test
        void thatWakesUpAfterItsLeaseLeavesTheDeliveryToWhoHasItNow() {
            var it = approved();
            var stale = consignments.claim(clock.instant(), settings.lease()).orElseThrow();
            clock.forward(settings.lease().plusSeconds(1));
            dispatcher.wake();
            assertThat(last(it).status()).isEqualTo(ACCEPTED);

            courier.carry(stale, 0);

            assertThat(portal.posted()).hasSize(1);
            assertThat(last(it).status()).isEqualTo(ACCEPTED);
        }

        @Test
        void thatWakesUpAfterItsLeaseSendsNothingThatWasWithdrawn() {
            var it = approved();
            var stale = consignments.claim(clock.instant(), settings.lease()).orElseThrow();
            clock.forward(settings.lease().plusSeconds(1));
            deliveries.withdraw(it.id(), null, "Keliru.", ADMIN);

            courier.carry(stale, 0);

            assertThat(portal.posted()).isEmpty();
            assertThat(last(it).status()).isEqualTo(WITHDRAWN);
        }
    }

    @Nested
    class APortalThatIsDown {

        @Test
        void isProbedForDaysInFewRowsAndTakesEverythingWhenItIsBack() {
            portal.goDown();
            var it = approved();
            dispatcher.wake();
            for (var probe = 0; probe < 1_000; probe++) {
                clock.forward(settings.longestPause());
                dispatcher.wake();
            }

            assertThat(attempts(it)).containsExactly("POST UNREACHABLE 1", "LOOK_UP UNREACHABLE 1000");
            assertThat(last(it).attempts()).isEqualTo(1);
            assertThat(last(it).status()).isEqualTo(WAITING);
            assertThat(Duration.between(clock.instant(), last(it).nextAttemptAt()))
                    .isLessThanOrEqualTo(settings.longestPause());

            portal.comeBack();
            clock.forward(settings.longestPause());
            dispatcher.wake();
            assertThat(last(it).status()).isEqualTo(ACCEPTED);
            assertThat(portal.standing()).hasSize(1);
        }

        @Test
        void isProbedAfterPausesThatDoubleUpToTheLongest() {
            portal.goDown();
            var it = approved();
            var pauses = new ArrayList<Long>();
            dispatcher.wake();
            var since = 0L;
            var probes = tries(it);
            while (pauses.size() < 8 && since <= 60) {
                clock.forward(Duration.ofSeconds(1));
                since++;
                dispatcher.wake();
                if (tries(it) > probes) {
                    pauses.add(since);
                    since = 0;
                    probes = tries(it);
                }
            }

            assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 20L, 20L, 20L);
        }

        @Test
        void thatCanBeReadButTakesNothingFillsNoTableEither() {
            var it = approved();
            for (var probe = 0; probe < 200; probe++) {
                portal.will(TURN_AWAY);
                dispatcher.wake();
                clock.forward(settings.longestPause());
            }

            assertThat(attempts(it)).hasSizeLessThanOrEqualTo(2);
            assertThat(attempts(it)).contains("POST UNAVAILABLE 200");
        }

        @Test
        void isProbedByOneDeliveryAtATime() {
            portal.goDown();
            var waiting = IntStream.range(0, 6).mapToObj(count -> approved()).toList();
            dispatcher.wake();
            clock.forward(settings.longestPause());
            var before = waiting.stream().mapToInt(RelayTests.this::tries).sum();

            dispatcher.wake();

            assertThat(waiting.stream().mapToInt(RelayTests.this::tries).sum() - before)
                    .isEqualTo(1);

            portal.comeBack();
            clock.forward(settings.longestPause());
            dispatcher.wake();
            assertThat(waiting).allSatisfy(it -> assertThat(last(it).status()).isEqualTo(ACCEPTED));
        }

        @Test
        void isAskedAtOnceWhenSomebodyKnowsThatItIsBack() {
            portal.goDown();
            var it = approved();
            dispatcher.wake();
            assertThat(last(it).nextAttemptAt()).isAfter(clock.instant());
            portal.comeBack();

            deliveries.hasten(last(it).id());

            await().until(() -> last(it).status() == ACCEPTED);
        }
    }

    @Nested
    class ARefusal {

        @Test
        void givesTheAnswerBackToTheDesk() {
            portal.will(REFUSE);
            var it = approved();
            dispatcher.wake();

            assertThat(last(it).status()).isEqualTo(REFUSED);
            assertThat(state(it)).isEqualTo("ANSWERED");
            clock.forward(Duration.ofDays(1));
            dispatcher.wake();
            assertThat(portal.posted()).as("the portal would say no again").hasSize(1);

            portal.handOverByHand();
            it.sentBack().answered("Lebih jelas.").approved();
            portal.beAutomatic();
            dispatcher.wake();
            assertThat(deliveries.of(it.id())).extracting(DeliveryRow::status).containsExactly(REFUSED, ACCEPTED);
            assertThat(portal.standing()).extracting(Portal.Parcel::body).containsExactly("Lebih jelas.");
            assertThat(state(it)).isEqualTo("RELAYED");
        }

        @Test
        void ofTheSameAnswerMayBeTriedAgainInADeliveryOfItsOwn() {
            portal.will(REFUSE, TAKE);
            var it = approved();
            dispatcher.wake();
            portal.handOverByHand();
            it.approved();
            portal.beAutomatic();
            dispatcher.wake();

            assertThat(deliveries.of(it.id())).extracting(DeliveryRow::status).containsExactly(REFUSED, ACCEPTED);
        }
    }

    @Test
    void manyAtOnceNeverPostTwice() {
        var waiting = IntStream.range(0, 30)
                .mapToObj(count -> approved("Jawaban " + count))
                .toList();
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        portal.duringAPost(() -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Thread.yield();
            atOnce.decrementAndGet();
        });
        var nodes = IntStream.range(0, 3)
                .mapToObj(count ->
                        new Dispatcher(consignments, courier, portal, settings, clock, applicationTaskExecutor))
                .toList();

        nodes.forEach(Dispatcher::wake);
        await().until(() -> waiting.stream().allMatch(it -> last(it).status() == ACCEPTED));

        assertThat(portal.posted()).hasSize(30);
        assertThat(portal.posted().stream().map(Portal.Parcel::trackingId).distinct())
                .hasSize(30);
        assertThat(waiting).allSatisfy(it -> assertThat(last(it).attempts()).isEqualTo(1));
    }

    @Test
    void twoWhoClaimAtOnceNeverHoldTheSame() throws Exception {
        var waiting = IntStream.range(0, 8).mapToObj(count -> approved()).toList();

        var claimed = Together.all(this::claimAll, this::claimAll, this::claimAll);

        assertThat(claimed.stream()
                        .map(ids -> (List<?>) ids)
                        .flatMap(List::stream)
                        .map(Object.class::cast))
                .hasSize(waiting.size())
                .doesNotHaveDuplicates();
    }

    private List<Long> claimAll() {
        var mine = new ArrayList<Long>();
        for (var next = consignments.claim(clock.instant(), settings.lease());
                next.isPresent();
                next = consignments.claim(clock.instant(), settings.lease())) {
            mine.add(next.get().id());
        }
        return mine;
    }

    @Test
    void theReceiptAndRelayedAreOneTransaction() {
        var it = approved();
        bystander.failAt(Verb.MARK_FINAL_RELAYED, it.id());
        dispatcher.wake();
        assertThat(portal.standing()).hasSize(1);
        assertThat(last(it).status()).as("no receipt without RELAYED").isEqualTo(SENDING);
        assertThat(last(it).receipt()).isNull();
        assertThat(state(it)).isEqualTo("ANSWERED");

        bystander.calm();
        clock.forward(settings.lease().plusSeconds(1));
        dispatcher.wake();
        assertThat(last(it).status()).isEqualTo(ACCEPTED);
        assertThat(state(it)).isEqualTo("RELAYED");
        assertThat(portal.posted()).hasSize(1);
    }

    @Test
    void theDeliveryIsWrittenWithTheApprovalOrNotAtAll() {
        portal.handOverByHand();
        var it = desk.aComplaint().forwardedTo("dputr").answered();
        bystander.failAt(Verb.APPROVE, it.id());

        assertThatThrownBy(it::approved).hasMessage("the bystander fails");

        assertThat(deliveries.of(it.id())).isEmpty();
    }

    @Test
    void anAnswerOfARoundThatIsOverRelaysNoLaterOne() {
        portal.handOverByHand();
        var it = desk.aComplaint().forwardedTo("dputr").answered("Yang lama.").approved();
        it.closedOnThePortal()
                .followedUp()
                .forwardedTo("dputr")
                .answered("Yang baru.")
                .approved();
        var newer = last(it).id();
        jdbc.sql("update delivery set next_attempt_at = next_attempt_at + interval '1 hour' where id = ?")
                .params(newer)
                .update();
        portal.beAutomatic();
        dispatcher.wake();

        assertThat(deliveries.of(it.id())).extracting(DeliveryRow::status).containsExactly(ACCEPTED, WAITING);
        assertThat(state(it)).isEqualTo("ANSWERED");
        clock.forward(Duration.ofHours(1));
        dispatcher.wake();
        assertThat(state(it)).isEqualTo("RELAYED");
        assertThat(last(it).status()).isEqualTo(ACCEPTED);
    }

    @Nested
    class Withdrawing {

        @Test
        void isPossibleBeforeTheFirstAttempt() {
            var it = approved();

            deliveries.withdraw(it.id(), null, "Keliru.", ADMIN);

            assertThat(last(it).status()).isEqualTo(WITHDRAWN);
            dispatcher.wake();
            assertThat(portal.posted()).isEmpty();
            portal.handOverByHand();
            it.sentBack().answered("Lebih jelas.").approved();
            assertThat(deliveries.of(it.id())).extracting(DeliveryRow::status).containsExactly(WITHDRAWN, WAITING);
        }

        @Test
        void isRefusedAfterAnAttemptWhateverBecameOfIt() {
            portal.will(TURN_AWAY);
            var it = approved();
            dispatcher.wake();

            assertThatExceptionOfType(TransitionRefused.class)
                    .isThrownBy(() -> deliveries.withdraw(it.id(), null, "Keliru.", ADMIN))
                    .matches(refused -> refused.refusal() == TransitionRefused.Refusal.ALREADY_ATTEMPTED);
            assertThat(last(it).status()).isEqualTo(WAITING);
        }

        @Test
        void isRefusedWhileAWorkerHoldsIt() {
            var it = approved();
            consignments.claim(clock.instant(), settings.lease());

            assertThatExceptionOfType(TransitionRefused.class)
                    .isThrownBy(() -> deliveries.withdraw(it.id(), null, "Keliru.", ADMIN));
        }

        @Test
        void isTheDesksAndLeavesTheDeliveryToWhoMayNot() {
            var it = approved();

            assertThatExceptionOfType(NotAllowed.class)
                    .isThrownBy(() -> deliveries.withdraw(it.id(), null, "Keliru.", officerOf("dputr")));
            assertThat(last(it).status()).isEqualTo(WAITING);
        }
    }

    @Nested
    class HandedOverByHand {

        @Test
        void waitsForTheAdminsConfirmation() {
            portal.handOverByHand();
            var it = desk.aComplaint().forwardedTo("dputr").answered().approved();
            dispatcher.wake();
            assertThat(portal.posted()).isEmpty();
            var id = last(it).id();

            assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> deliveries.confirm(id, " ", ADMIN));
            deliveries.confirm(id, "Tangkapan layar 12", ADMIN);

            assertThat(last(it).status()).isEqualTo(ACCEPTED);
            assertThat(last(it).receipt()).isEqualTo("Tangkapan layar 12");
            assertThat(state(it)).isEqualTo("RELAYED");
            assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> deliveries.confirm(id, "Lagi", ADMIN));
        }

        @Test
        void isNotConfirmedWhereThePortalAnswersForItself() {
            portal.goDown();
            var it = approved();

            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> deliveries.confirm(last(it).id(), "Bukti", ADMIN));
        }
    }

    @Test
    void anAnswerHasOneOpenDelivery() {
        portal.handOverByHand();
        var it = desk.aComplaint().forwardedTo("dputr").answered().approved();

        assertThatThrownBy(() -> jdbc.sql("""
                        insert into delivery (tracking_id, answer_id, kind, sealed_body, body_sha256, secret, status,
                                              created_at, next_attempt_at)
                        select tracking_id, answer_id, kind, sealed_body, body_sha256, secret, 'WAITING', created_at,
                               next_attempt_at from delivery where id = ?""").params(last(it).id()).update())
                .rootCause()
                .hasMessageContaining("delivery_once");
    }

    private DeliveryRow last(Case it) {
        var all = deliveries.of(it.id());
        return all.get(all.size() - 1);
    }

    /** Action, result and how often in a row, oldest first. */
    private List<String> attempts(Case it) {
        return deliveries.attempts(last(it).id()).stream()
                .map(row -> row.action() + " " + row.result() + " " + row.times())
                .toList();
    }

    private int tries(Case it) {
        return deliveries.attempts(last(it).id()).stream()
                .mapToInt(AttemptRow::times)
                .sum();
    }

    private String state(Case it) {
        return Objects.requireNonNull(jdbc.sql("select state from complaint where tracking_id = ?")
                .params(it.id().value())
                .query(String.class)
                .single());
    }
}
