package id.go.cirebonkab.lajur.complaint;

import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.CONTRIBUTION;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.FINAL;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.INTERIM;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.LETTER;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.NOW;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.aComplaint;
import static id.go.cirebonkab.lajur.complaint.ComplaintBuilder.announced;
import static id.go.cirebonkab.lajur.support.People.ADMIN;
import static id.go.cirebonkab.lajur.support.People.RELAY;
import static id.go.cirebonkab.lajur.support.People.SUPERVISOR;
import static id.go.cirebonkab.lajur.support.People.officerOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.NotAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each verb, tried on a real complaint in each standing by each kind of actor, against the design's table. */
class TransitionTableTests {

    /**
     * Where each verb leads; {@code -} is refused. ANSWERED stands here four times: with a final or an interim answer, and
     * before or after its approval. At the end who may: the desk, the lead agency, a supporting one, the system, or a
     * person who has nothing to do with it.
     */
    private static final String TABLE = """
            verb                | RECEIVED  | FORWARDED | FINAL     | APPROVED  | INTERIM   | INTERIM_APPROVED | RELAYED  | CLOSED   | ARCHIVED | who
            FORWARD             | FORWARDED | -         | -         | -         | -         | -                | -        | -        | -        | DESK
            RECALL              | -         | RECEIVED  | -         | -         | -         | -                | -        | -        | -        | DESK
            RETURN_TO_DESK      | -         | RECEIVED  | -         | -         | -         | -                | -        | -        | -        | LEAD
            REASSIGN            | -         | FORWARDED | -         | -         | -         | -                | -        | -        | -        | DESK
            CONTRIBUTE          | -         | FORWARDED | -         | -         | -         | -                | -        | -        | -        | SUPPORTING
            ANSWER              | -         | ANSWERED  | -         | -         | -         | -                | -        | -        | -        | LEAD
            RECORD_ANSWER       | -         | ANSWERED  | -         | -         | -         | -                | -        | -        | -        | DESK
            RECORD_CONTRIBUTION | -         | FORWARDED | -         | -         | -         | -                | -        | -        | -        | DESK
            ASK_FOR_REVISION    | -         | -         | FORWARDED | -         | FORWARDED | -                | -        | -        | -        | DESK
            APPROVE             | -         | -         | ANSWERED  | -         | ANSWERED  | -                | -        | -        | -        | DESK
            WITHDRAW_DELIVERY   | -         | -         | -         | ANSWERED  | -         | ANSWERED         | -        | -        | -        | DESK
            NOTE_REFUSAL        | -         | -         | -         | ANSWERED  | -         | ANSWERED         | -        | -        | -        | SYSTEM
            MARK_RELAYED        | -         | -         | -         | RELAYED   | -         | FORWARDED        | -        | -        | -        | SYSTEM DESK
            CLASSIFY            | RECEIVED  | FORWARDED | ANSWERED  | ANSWERED  | ANSWERED  | ANSWERED         | RELAYED  | CLOSED   | ARCHIVED | DESK
            ARCHIVE             | ARCHIVED  | ARCHIVED  | -         | -         | -         | -                | -        | -        | -        | DESK
            REOPEN              | -         | -         | -         | -         | -         | -                | -        | RECEIVED | RECEIVED | DESK
            FOLLOW_UP           | RECEIVED  | FORWARDED | ANSWERED  | ANSWERED  | ANSWERED  | ANSWERED         | RECEIVED | RECEIVED | RECEIVED | SYSTEM DESK
            CLOSE               | -         | -         | -         | -         | -         | -                | CLOSED   | -        | -        | SYSTEM
            CLOSE_ON_PORTAL     | CLOSED    | CLOSED    | CLOSED    | CLOSED    | CLOSED    | CLOSED           | CLOSED   | CLOSED   | CLOSED   | SYSTEM
            MOVE_AWAY           | ARCHIVED  | ARCHIVED  | ARCHIVED  | ARCHIVED  | ARCHIVED  | ARCHIVED         | ARCHIVED | ARCHIVED | ARCHIVED | SYSTEM
            """;

    private static final List<String> COLUMNS = cells(TABLE.lines().findFirst().orElseThrow());
    private static final int STANDINGS = 9;

    static Stream<List<String>> rows() {
        return TABLE.lines().skip(1).map(TransitionTableTests::cells);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isAsTheDesignSays(List<String> row) {
        for (var column = 1; column <= STANDINGS; column++) {
            for (var who : Relation.values()) {
                tryOut(row.get(0), COLUMNS.get(column), who, row.get(column), row.get(STANDINGS + 1));
            }
        }
    }

    @Test
    void coversEachVerbStateAndRelation() {
        var verbs = rows().map(row -> row.get(0))
                .flatMap(name -> name.equals("MARK_RELAYED")
                        ? Stream.of(Verb.MARK_FINAL_RELAYED, Verb.MARK_INTERIM_RELAYED)
                        : Stream.of(Verb.valueOf(name)))
                .toList();
        var missing = EnumSet.allOf(Verb.class);
        missing.removeAll(verbs);
        var states = COLUMNS.subList(1, STANDINGS + 1).stream()
                .map(standing -> brought(standing).state())
                .toList();

        assertThat(missing)
                .as("a complaint that is there is not received again")
                .containsExactly(Verb.RECEIVE);
        assertThat(states).contains(State.values());
        assertThat(rows().count() * STANDINGS * Relation.values().length)
                .as("combinations")
                .isEqualTo(900);
    }

    @Test
    void nothingThatIsThereIsReceivedAgain() {
        for (var state : State.values()) {
            assertThat(Transitions.from(state, Verb.RECEIVE)).isEmpty();
        }
        var arrived = Complaint.receive(
                id.go.cirebonkab.lajur.support.ReportBuilder.aReport().build(), RELAY, NOW);

        assertThat(arrived.state()).isEqualTo(State.RECEIVED);
        assertThat(announced(arrived)).extracting(Transition::verb).containsExactly(Verb.RECEIVE);
        assertThat(announced(arrived).get(0).from()).isNull();
    }

    private static void tryOut(String verb, String standing, Relation who, String to, String allowed) {
        var complaint = brought(standing);
        var actor = actor(who);
        var label = "%s in %s by %s".formatted(verb, standing, who);
        // Before anything is forwarded, and after it came back, no agency has a part in it.
        var stands = standing.equals("RECEIVED") && (who == Relation.LEAD || who == Relation.SUPPORTING)
                ? Relation.NONE
                : who;
        assertThat(Relation.between(actor, complaint)).as(label).isEqualTo(stands);

        var thrown = catchThrowable(() -> act(verb, complaint, actor));

        if (!Arrays.asList(allowed.split(" ")).contains(stands.name())) {
            assertThat(thrown).as(label).isInstanceOf(NotAllowed.class);
        } else if (to.equals("-")) {
            assertThat(thrown).as(label).isInstanceOf(TransitionRefused.class);
        } else {
            assertThat(thrown).as(label).isNull();
            assertThat(complaint.state()).as(label).isEqualTo(State.valueOf(to));
            assertThat(announced(complaint)).as(label).hasSize(1);
            var move = announced(complaint).get(0);
            assertThat(move.verb().name()).as(label).isEqualTo(announcedAs(verb, standing));
            assertThat(move.from()).as(label).isEqualTo(brought(standing).state());
            assertThat(move.to()).as(label).isEqualTo(State.valueOf(to));
            assertThat(move.actor()).as(label).isEqualTo(actor);
            assertThat(move.version()).as(label).isEqualTo(brought(standing).version() + 1);
            return;
        }
        assertThat(complaint)
                .as(label + " changed nothing")
                .usingRecursiveComparison()
                .isEqualTo(brought(standing));
    }

    private static String announcedAs(String verb, String standing) {
        if (!verb.equals("MARK_RELAYED")) {
            return verb;
        }
        return standing.equals("APPROVED") ? "MARK_FINAL_RELAYED" : "MARK_INTERIM_RELAYED";
    }

    private static Complaint brought(String standing) {
        var arrived = aComplaint();
        if (standing.equals("RECEIVED")) {
            return arrived.now();
        }
        var forwarded = arrived.forwardedTo("dputr", "dlh");
        return switch (standing) {
            case "FORWARDED" -> forwarded.now();
            case "FINAL" -> forwarded.answered().now();
            case "APPROVED" -> forwarded.answered().approved().now();
            case "INTERIM" -> forwarded.answered(INTERIM).now();
            case "INTERIM_APPROVED" -> forwarded.answered(INTERIM).approved().now();
            case "RELAYED" -> forwarded.answered().approved().relayed().now();
            case "CLOSED" -> forwarded.answered().approved().relayed().closed().now();
            case "ARCHIVED" -> forwarded.archived().now();
            default -> throw new IllegalArgumentException(standing);
        };
    }

    private static Actor actor(Relation who) {
        return switch (who) {
            case DESK -> ADMIN;
            case LEAD -> officerOf("dputr");
            case SUPPORTING -> officerOf("dlh");
            case SYSTEM -> RELAY;
            case NONE -> SUPERVISOR;
        };
    }

    private static void act(String verb, Complaint complaint, Actor by) {
        switch (verb) {
            case "FORWARD" -> complaint.forward("dputr", List.of("dlh"), null, by, NOW);
            case "RECALL" -> complaint.recall("Keliru.", by, NOW);
            case "RETURN_TO_DESK" -> complaint.returnToDesk("Bukan wewenang.", by, NOW);
            case "REASSIGN" -> complaint.reassign("dishub", "Lebih tepat.", by, NOW);
            case "CONTRIBUTE" -> complaint.contribute(CONTRIBUTION, by, NOW);
            case "ANSWER" -> complaint.answer(FINAL, by, NOW);
            case "RECORD_ANSWER" -> complaint.recordAnswer("dputr", FINAL, LETTER, by, NOW);
            case "RECORD_CONTRIBUTION" -> complaint.recordAnswer("dlh", FINAL, LETTER, by, NOW);
            case "ASK_FOR_REVISION" -> complaint.askForRevision("Kurang jelas.", by, NOW);
            case "APPROVE" -> complaint.approve(null, by, NOW);
            case "WITHDRAW_DELIVERY" -> complaint.withdrawDelivery("Keliru.", by, NOW);
            case "NOTE_REFUSAL" -> complaint.noteRefusal(by, NOW);
            case "MARK_RELAYED" -> complaint.markRelayed(by, NOW);
            case "CLASSIFY" -> complaint.classify(Classification.ASPIRASI, null, "Usulan.", by, NOW);
            case "ARCHIVE" -> complaint.archive(ArchiveKind.BUKAN_WEWENANG, null, "Wewenang provinsi.", by, NOW);
            case "REOPEN" -> complaint.reopen("Ternyata belum selesai.", by, NOW);
            case "FOLLOW_UP" -> complaint.followUp(false, false, null, by, NOW);
            case "CLOSE" -> complaint.close(by, NOW);
            case "CLOSE_ON_PORTAL" -> complaint.endedOnPortal(Verb.CLOSE_ON_PORTAL, by, NOW);
            case "MOVE_AWAY" -> complaint.endedOnPortal(Verb.MOVE_AWAY, by, NOW);
            default -> throw new IllegalArgumentException(verb);
        }
    }

    private static List<String> cells(String line) {
        return new ArrayList<>(
                Arrays.stream(line.split("\\|")).map(String::strip).toList());
    }

    @Test
    void aPersonOfAnotherAgencyHasNothingToDoWithIt() {
        var complaint = aComplaint().forwardedTo("dputr", "dlh").now();

        assertThat(Stream.of(officerOf("dinkes"), officerOf(), SUPERVISOR)
                        .map(actor -> Relation.between(actor, complaint))
                        .collect(java.util.stream.Collectors.toSet()))
                .isEqualTo(Set.of(Relation.NONE));
    }
}
