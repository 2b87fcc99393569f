package id.go.cirebonkab.lajur.complaint;

import static id.go.cirebonkab.lajur.complaint.Classification.NON_PENGAWASAN;
import static id.go.cirebonkab.lajur.complaint.Classification.PENGAWASAN;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.CONTRIBUTION;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.FINAL;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.INTERIM;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.LETTER;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.NOW;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.aComplaint;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.announced;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.lastAnnounced;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.ALREADY_APPROVED;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.ANSWERED_BY_ANOTHER;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.NOT_APPROVED;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.NOT_ASSIGNED;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.NO_SUPPORTING_FOR_PENGAWASAN;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.ONLY_THE_HANDLING_AGENCY;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.OWN_ANSWER;
import static id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal.SAME_LEAD;
import static id.go.cirebonkab.lajur.support.People.ADMIN;
import static id.go.cirebonkab.lajur.support.People.INTAKE;
import static id.go.cirebonkab.lajur.support.People.OTHER_ADMIN;
import static id.go.cirebonkab.lajur.support.People.RELAY;
import static id.go.cirebonkab.lajur.support.People.officerOf;
import static id.go.cirebonkab.lajur.support.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

class ComplaintTests {

    static Stream<ComplaintBuilder> ended() {
        return Stream.of(
                aComplaint().forwardedTo("dputr").answered().approved().relayed(),
                aComplaint()
                        .forwardedTo("dputr")
                        .answered()
                        .approved()
                        .relayed()
                        .closed(),
                aComplaint().forwardedTo("dputr").archived());
    }

    @ParameterizedTest
    @MethodSource("ended")
    void whatTheCitizenWritesAfterTheEndBeginsTheNextRound(ComplaintBuilder built) {
        var complaint = built.now();

        complaint.followUp(false, false, NOW, INTAKE, NOW.plusSeconds(60));

        assertThat(complaint.state()).isEqualTo(State.RECEIVED);
        assertThat(complaint.round()).isEqualTo(2);
        assertThat(complaint.leadAgency()).isNull();
        assertThat(complaint.currentAnswer()).isEmpty();
        assertThat(lastAnnounced(complaint).startsRound()).isTrue();
        assertThat(lastAnnounced(complaint).queuedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(complaint.visibleTo()).as("who handled it reads on").containsExactly("dputr");
    }

    @Test
    void whoAsksForSecrecyOrAnonymityLaterHasThemForGood() {
        var complaint = Complaint.receive(aReport().build(), INTAKE, NOW);
        ReflectionTestUtils.setField(complaint, "reporter", new byte[] {1});

        complaint.followUp(true, true, NOW, INTAKE, NOW);
        complaint.followUp(false, false, NOW, INTAKE, NOW);

        assertThat(complaint)
                .hasFieldOrPropertyWithValue("anonymous", true)
                .hasFieldOrPropertyWithValue("secret", true)
                .hasFieldOrPropertyWithValue("reporter", null);
    }

    @Test
    void whatTheCitizenWritesMeanwhileStaysInTheRound() {
        var complaint = aComplaint().forwardedTo("dputr").now();

        complaint.followUp(false, false, NOW, INTAKE, NOW);

        assertThat(complaint.round()).isEqualTo(1);
        assertThat(complaint.leadAgency()).isEqualTo("dputr");
        assertThat(lastAnnounced(complaint).startsRound()).isFalse();
    }

    @Test
    void reopeningBeginsTheNextRoundWithEverythingToDoAgain() {
        var complaint = aComplaint()
                .forwardedTo("dputr", "dlh")
                .answered()
                .approved()
                .relayed()
                .closed()
                .now();

        complaint.reopen("Belum selesai.", ADMIN, NOW);
        complaint.forward("dlh", List.of(), null, ADMIN, NOW);
        complaint.answer(FINAL, officerOf("dlh"), NOW);

        assertThat(complaint.round()).isEqualTo(2);
        assertThat(complaint.state()).isEqualTo(State.ANSWERED);
        assertThat(complaint.currentAnswer().orElseThrow().agencyCode()).isEqualTo("dlh");
        assertThat(complaint.currentAnswer().orElseThrow().isApproved()).isFalse();
    }

    @Test
    void anInterimAnswerGoesBackToTheLeadAndWhoeverWasCutShort() {
        var complaint = aComplaint()
                .forwardedTo("dputr", "dlh", "dishub")
                .contributedBy("dishub")
                .answered(INTERIM)
                .approved()
                .now();

        complaint.markRelayed(RELAY, NOW);

        assertThat(complaint.state()).isEqualTo(State.FORWARDED);
        assertThat(parts(lastAnnounced(complaint).opened())).containsExactly("dputr", "dlh");
        complaint.contribute(CONTRIBUTION, officerOf("dlh"), NOW);
        complaint.answer(FINAL, officerOf("dputr"), NOW);
        complaint.approve(null, ADMIN, NOW);
        complaint.markRelayed(RELAY, NOW);
        assertThat(complaint.state()).isEqualTo(State.RELAYED);
    }

    @Test
    void anAnswerEndsThePartsOfAll() {
        var complaint = aComplaint()
                .forwardedTo("dputr", "dlh", "dishub")
                .contributedBy("dishub")
                .now();

        complaint.answer(FINAL, officerOf("dputr"), NOW);

        assertThat(parts(lastAnnounced(complaint).ended())).containsExactly("dputr", "dlh");
    }

    @Test
    void aRevisionGoesToTheLeadAndWhoeverWasCutShortButNotToWhoHasContributed() {
        var complaint = aComplaint()
                .forwardedTo("dputr", "dlh", "dishub")
                .contributedBy("dishub")
                .answered()
                .now();

        complaint.askForRevision("Kurang jelas.", ADMIN, NOW);

        assertThat(complaint.state()).isEqualTo(State.FORWARDED);
        assertThat(parts(lastAnnounced(complaint).opened())).containsExactly("dputr", "dlh");
        assertRefused(NOT_ASSIGNED, () -> complaint.contribute(CONTRIBUTION, officerOf("dishub"), NOW));
        complaint.contribute(CONTRIBUTION, officerOf("dlh"), NOW);
        complaint.answer(FINAL, officerOf("dputr"), NOW);
    }

    @Test
    void aSupportingAgencyThatBecomesTheLeadIsNotSupportingAnyMore() {
        var complaint = aComplaint().forwardedTo("dputr", "dlh").now();

        complaint.reassign("dlh", "Lebih tepat.", ADMIN, NOW);

        assertThat(complaint.leadAgency()).isEqualTo("dlh");
        assertThat(complaint.visibleTo()).as("the former lead is out of it").containsExactly("dlh");
        assertThat(parts(lastAnnounced(complaint).ended())).containsExactly("dputr", "dlh");
        assertThat(parts(lastAnnounced(complaint).opened())).containsExactly("dlh");
        complaint.answer(FINAL, officerOf("dlh"), NOW);
        complaint.askForRevision("Kurang jelas.", ADMIN, NOW);
        assertThat(parts(lastAnnounced(complaint).opened()))
                .as("once, and as the lead")
                .containsExactly("dlh");
    }

    @Test
    void theOneWhoIsTheLeadAlreadyIsNoNewLead() {
        var complaint = aComplaint().forwardedTo("dputr", "dlh").now();

        assertRefused(SAME_LEAD, () -> complaint.reassign("dputr", "Tetap.", ADMIN, NOW));
    }

    @Test
    void theLeadIsNotNamedTwiceWhenItIsForwarded() {
        var complaint = aComplaint().now();

        complaint.forward("dputr", List.of("dputr", "dlh", "dlh"), null, ADMIN, NOW);

        assertThat(parts(lastAnnounced(complaint).opened())).containsExactly("dputr", "dlh");
    }

    @Test
    void whoIsRecalledReassignedOrReturnedIsNotAssignedAnyMore() {
        var recalled = aComplaint().forwardedTo("dputr", "dlh").now();
        recalled.recall("Keliru.", ADMIN, NOW);
        var returned = aComplaint().forwardedTo("dputr", "dlh").now();
        returned.returnToDesk("Bukan wewenang.", officerOf("dputr"), NOW);

        assertThat(recalled.visibleTo()).isEmpty();
        assertThat(recalled.leadAgency()).isNull();
        assertThat(returned.visibleTo()).as("it may see what became of it").containsExactly("dlh", "dputr");
        assertThat(returned.leadAgency()).isNull();
    }

    @Test
    void aRecordedAnswerIsTheAgencysAndNotTheRecorders() {
        var complaint = aComplaint().forwardedTo("atr-bpn").now();

        complaint.recordAnswer("atr-bpn", FINAL, LETTER, ADMIN, NOW);

        assertThat(complaint.currentAnswer().orElseThrow().agencyCode()).isEqualTo("atr-bpn");
        complaint.approve(null, ADMIN, NOW);
        assertThat(complaint.currentAnswer().orElseThrow().isApproved()).isTrue();
    }

    @Test
    void aRecordedContributionIsNoAnswerWhateverWasTyped() {
        var complaint = aComplaint().forwardedTo("dputr", "atr-bpn").now();

        complaint.recordAnswer("atr-bpn", FINAL, LETTER, ADMIN, NOW);

        assertThat(complaint.state()).isEqualTo(State.FORWARDED);
        assertThat(lastAnnounced(complaint).verb()).isEqualTo(Verb.RECORD_CONTRIBUTION);
        assertThat(lastAnnounced(complaint).detail()).isEqualTo("CONTRIBUTION");
        assertThat(complaint.currentAnswer()).isEmpty();
        assertThat(parts(lastAnnounced(complaint).ended())).containsExactly("atr-bpn");
    }

    @Test
    void nobodyElsesAnswerIsRecorded() {
        var complaint = aComplaint().forwardedTo("dputr", "dlh").now();

        assertRefused(NOT_ASSIGNED, () -> complaint.recordAnswer("dinkes", FINAL, LETTER, ADMIN, NOW));
    }

    @Nested
    class Approval {

        @Test
        void isGivenOnce() {
            var complaint =
                    aComplaint().forwardedTo("dputr").answered().approved().now();

            assertRefused(ALREADY_APPROVED, () -> complaint.approve(null, OTHER_ADMIN, NOW));
            assertRefused(ALREADY_APPROVED, () -> complaint.askForRevision("Kurang jelas.", ADMIN, NOW));
            assertThat(announced(complaint)).isEmpty();
        }

        @Test
        void isNeverTheAuthorsOwn() {
            var officer = new Actor(7L, "Eka", Role.OFFICER, Set.of("dputr"));
            var promoted = new Actor(7L, "Eka", Role.DISTRICT_ADMIN, Set.of());
            var complaint = aComplaint().forwardedTo("dputr").now();
            complaint.answer(FINAL, officer, NOW);

            assertRefused(OWN_ANSWER, () -> complaint.approve(null, promoted, NOW));
            complaint.approve(null, OTHER_ADMIN, NOW);
        }

        @Test
        void thatWasWithdrawnLeavesEverythingOpen() {
            var complaint =
                    aComplaint().forwardedTo("dputr").answered().approved().now();

            complaint.withdrawDelivery("Keliru.", ADMIN, NOW);

            assertThat(complaint.state()).isEqualTo(State.ANSWERED);
            assertRefused(NOT_APPROVED, () -> complaint.markRelayed(RELAY, NOW));
            complaint.askForRevision("Kurang jelas.", ADMIN, NOW);
            assertThat(complaint.state()).isEqualTo(State.FORWARDED);
        }

        @Test
        void thatThePortalRefusedMayBeGivenAgain() {
            var complaint =
                    aComplaint().forwardedTo("dputr").answered().approved().now();

            complaint.noteRefusal(RELAY, NOW);
            assertRefused(NOT_APPROVED, () -> complaint.noteRefusal(RELAY, NOW));
            complaint.approve(null, ADMIN, NOW);

            assertThat(complaint.currentAnswer().orElseThrow().isApproved()).isTrue();
        }
    }

    @Nested
    class AboutOfficials {

        @Test
        void goesToTheInspektoratOnly() {
            var complaint = aComplaint().classifiedAs(PENGAWASAN, "dputr").now();

            assertRefused(ONLY_THE_HANDLING_AGENCY, () -> complaint.forward("dputr", List.of(), null, ADMIN, NOW));
            assertRefused(ONLY_THE_HANDLING_AGENCY, () -> complaint.forward("setda", List.of(), null, ADMIN, NOW));
            assertRefused(
                    NO_SUPPORTING_FOR_PENGAWASAN,
                    () -> complaint.forward("inspektorat", List.of("dputr"), null, ADMIN, NOW));
            complaint.forward("inspektorat", List.of(), null, ADMIN, NOW);
            assertRefused(ONLY_THE_HANDLING_AGENCY, () -> complaint.reassign("dputr", "Lebih tepat.", ADMIN, NOW));
            assertThat(complaint.visibleTo()).containsExactly("inspektorat");
        }

        @Test
        void goesToTheSekretariatWhereTheInspektoratIsAccused() {
            var complaint = aComplaint().classifiedAs(PENGAWASAN, "inspektorat").now();

            assertRefused(
                    ONLY_THE_HANDLING_AGENCY, () -> complaint.forward("inspektorat", List.of(), null, ADMIN, NOW));
            complaint.forward("setda", List.of(), null, ADMIN, NOW);
            assertThat(complaint.visibleTo()).containsExactly("setda");
        }

        @Test
        void isTakenAtOnceFromTheAccusedUnit() {
            var complaint = aComplaint().forwardedTo("dputr", "dlh").now();

            complaint.classify(PENGAWASAN, "dputr", "Menyangkut pegawai.", ADMIN, NOW);

            assertThat(complaint.state()).isEqualTo(State.RECEIVED);
            assertThat(complaint.visibleTo()).isEmpty();
            assertThat(announced(complaint)).extracting(Transition::verb).containsExactly(Verb.RECALL, Verb.CLASSIFY);
            assertThat(Relation.between(officerOf("dputr"), complaint)).isEqualTo(Relation.NONE);
        }

        @Test
        void isTakenFromTheInspektoratWhenThatTurnsOutToBeAccused() {
            var complaint = aComplaint()
                    .classifiedAs(PENGAWASAN, "dputr")
                    .forwardedTo("inspektorat")
                    .now();

            complaint.classify(PENGAWASAN, "inspektorat", "Menyangkut Inspektorat.", ADMIN, NOW);

            assertThat(complaint.state()).isEqualTo(State.RECEIVED);
            assertThat(complaint.visibleTo()).isEmpty();
        }

        @Test
        void staysWithTheInspektoratThatHasIt() {
            var complaint = aComplaint().forwardedTo("inspektorat").now();

            complaint.classify(PENGAWASAN, "dputr", "Menyangkut pegawai.", ADMIN, NOW);

            assertThat(complaint.state()).isEqualTo(State.FORWARDED);
            assertThat(announced(complaint)).extracting(Transition::verb).containsExactly(Verb.CLASSIFY);
        }

        @Test
        void isTakenFromASupportingUnitToo() {
            var complaint = aComplaint().forwardedTo("inspektorat", "dputr").now();

            complaint.classify(PENGAWASAN, "dputr", "Menyangkut pegawai.", ADMIN, NOW);

            assertThat(complaint.state()).isEqualTo(State.RECEIVED);
            assertThat(complaint.visibleTo()).isEmpty();
        }

        @Test
        void isRefusedWhileAnotherAgencysAnswerIsAtHand() {
            var complaint = aComplaint().forwardedTo("dputr").answered().now();

            assertRefused(
                    ANSWERED_BY_ANOTHER,
                    () -> complaint.classify(PENGAWASAN, "dputr", "Menyangkut pegawai.", ADMIN, NOW));
            assertThat(announced(complaint)).isEmpty();
            assertThat(complaint.visibleTo()).containsExactly("dputr");
        }

        @Test
        void isNotHandedToTheAccusedUnitAgainByARevision() {
            var complaint =
                    aComplaint().forwardedTo("inspektorat", "dputr").answered().now();

            complaint.classify(PENGAWASAN, "dputr", "Menyangkut pegawai.", ADMIN, NOW);
            complaint.askForRevision("Kurang jelas.", ADMIN, NOW);

            assertThat(parts(lastAnnounced(complaint).opened())).containsExactly("inspektorat");
            assertThat(complaint.visibleTo()).containsExactly("inspektorat");
        }

        @Test
        void isHiddenFromWhoHandledItBefore() {
            var complaint = aComplaint()
                    .forwardedTo("dputr")
                    .answered()
                    .approved()
                    .relayed()
                    .classifiedAs(PENGAWASAN, "dputr")
                    .now();

            assertThat(complaint.state()).isEqualTo(State.RELAYED);
            assertThat(complaint.visibleTo()).isEmpty();
            complaint.classify(NON_PENGAWASAN, null, "Ternyata bukan.", ADMIN, NOW);
            assertThat(complaint.visibleTo()).containsExactly("dputr");
        }
    }

    @Test
    void theNameOfAnAnonymousReporterIsDropped() {
        assertThat(aReport().by("Siti Aminah").isAnonymous().build().reporterName())
                .isNull();
        assertThat(aReport().by("Siti Aminah").build().reporterName()).isEqualTo("Siti Aminah");
    }

    @Test
    void theReportersNameInAnAnswerIsSeen() {
        var named = aReport().by("Siti Aminah");
        var telling = new AnswerText(Answer.Kind.FINAL, "Ibu SITI  AMINAH sudah kami hubungi.", null);

        assertThat(aComplaint(named)
                        .forwardedTo("dputr")
                        .answered(telling)
                        .now()
                        .answerGivesReporterAway("", "Siti Aminah"))
                .isTrue();
        assertThat(aComplaint(named).forwardedTo("dputr").answered().now().answerGivesReporterAway("", "Siti Aminah"))
                .isFalse();
    }

    private static List<String> parts(List<Transition.Part> parts) {
        return parts.stream().map(Transition.Part::agencyCode).toList();
    }

    private static void assertRefused(TransitionRefused.Refusal why, Runnable verb) {
        var refused = catchThrowableOfType(TransitionRefused.class, verb::run);
        assertThat(refused).as("not refused").isNotNull();
        assertThat(refused.refusal()).isEqualTo(why);
    }
}
