package id.go.cirebonkab.lajur.desk;

import static id.go.cirebonkab.lajur.support.People.ADMIN;
import static id.go.cirebonkab.lajur.support.People.SUPERVISOR;
import static id.go.cirebonkab.lajur.support.People.SYSTEM_ADMIN;
import static id.go.cirebonkab.lajur.support.People.officerOf;
import static id.go.cirebonkab.lajur.support.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.go.cirebonkab.lajur.complaint.CaseFile;
import id.go.cirebonkab.lajur.complaint.CaseQueries;
import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.State;
import id.go.cirebonkab.lajur.complaint.Verb;
import id.go.cirebonkab.lajur.desk.QueueQueries.Deadline;
import id.go.cirebonkab.lajur.desk.QueueQueries.Filter;
import id.go.cirebonkab.lajur.desk.QueueQueries.Row;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Slice;
import id.go.cirebonkab.lajur.sla.ClockHand;
import id.go.cirebonkab.lajur.support.Desk;
import id.go.cirebonkab.lajur.support.RoomTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each person finds and reads. Each test keeps to agencies and words that no other uses. */
@RoomTest
class QueriesTests {

    private static final String TELLING = "Hubungi saya di 081234567890, NIK 3209155507900001, surel siti@contoh.id.";

    @Autowired
    private Desk desk;

    @Autowired
    private CaseQueries cases;

    private QueueQueries queue;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void aMondayMorning() {
        queue = new QueueQueries(jdbc);
        desk.at("2026-11-23 09:00");
    }

    @Test
    void anOfficerSeesTheOwnCasesOnly() {
        var own = desk.aComplaint().forwardedTo("bkpsdm").id();
        var supported = desk.aComplaint().forwardedTo("dlh", "bkpsdm").id();
        var others = desk.aComplaint().forwardedTo("dlh").id();
        var atTheDesk = desk.aComplaint().id();
        var recalled = desk.aComplaint().forwardedTo("bkpsdm").recalled().id();
        var officer = officerOf("bkpsdm");

        assertThat(numbers(all(null, officer))).containsExactlyInAnyOrder(own.value(), supported.value());
        for (var hidden : List.of(others, atTheDesk, recalled)) {
            assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> cases.open(hidden, officer));
            assertThat(numbers(queue.list(new Filter(null, null, null, hidden.toString(), null), officer)))
                    .isEmpty();
        }
        assertThat(cases.open(own, officer).may(Verb.ANSWER)).isTrue();
        assertThat(cases.open(supported, officer).may(Verb.ANSWER)).isFalse();
        assertThat(cases.open(supported, officer).may(Verb.CONTRIBUTE)).isTrue();
        assertThat(numbers(all(null, officerOf()))).isEmpty();
    }

    @Test
    void anOfficerOfTwoAgenciesSeesACaseOfBothOnce() {
        var id = desk.aComplaint().forwardedTo("disarpus", "dkpp").id();

        assertThat(numbers(all(null, officerOf("disarpus", "dkpp")))).containsExactly(id.value());
    }

    @Test
    void aCaseAboutAnOfficialIsGoneForTheAccusedUnit() {
        var it = desk.aComplaint(aReport().titled("Pungutan zamrud")).forwardedTo("satpolpp");
        assertThat(numbers(search("zamrud", officerOf("satpolpp"))))
                .containsExactly(it.id().value());

        it.classifiedAs(Classification.PENGAWASAN, "satpolpp").forwardedTo("inspektorat");

        assertThat(numbers(search("zamrud", officerOf("satpolpp")))).isEmpty();
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> cases.open(it.id(), officerOf("satpolpp")));
        assertThat(numbers(search("zamrud", officerOf("inspektorat"))))
                .containsExactly(it.id().value());
    }

    @Test
    void whatTheInspektoratWroteStaysWithItWhenTheClassChanges() {
        var it = desk.aComplaint()
                .classifiedAs(Classification.PENGAWASAN, "satpolpp")
                .forwardedTo("inspektorat")
                .answered("Terlapor sudah diperiksa.");
        it.at("2026-11-23 10:00").sentBack().classifiedAs(Classification.NON_PENGAWASAN, null);
        it.at("2026-11-23 11:00").reassignedTo("satpolpp").answered("Sudah dibersihkan.");

        var seen = cases.open(it.id(), officerOf("satpolpp"));
        assertThat(seen.answers()).extracting(CaseFile.Given::body).containsExactly("Sudah dibersihkan.");
        assertThat(seen.parts()).extracting(CaseFile.Part::agencyCode).containsExactly("satpolpp");
        assertThat(seen.history()).extracting(CaseFile.Event::detail).doesNotContain("PENGAWASAN", "NON_PENGAWASAN");
        assertThat(cases.open(it.id(), ADMIN).answers()).hasSize(2);
    }

    @Test
    void anotherCaseIsNamedToTheDeskOnly() {
        var original = desk.aComplaint().id();
        var it = desk.aComplaint().forwardedTo("bpbd").archivedAsDuplicateOf(original);

        assertThat(cases.open(it.id(), officerOf("bpbd")).header().duplicateOf())
                .isNull();
        assertThat(cases.open(it.id(), ADMIN).header().duplicateOf()).isEqualTo(original.value());
    }

    @Test
    void theNumberInThePlaceIsMaskedAndCanNotBeSearched() {
        var id = desk.aComplaint(aReport().at("Rumah kuning, telepon 081298765432"))
                .forwardedTo("bpbd")
                .id();

        assertThat(cases.open(id, officerOf("bpbd")).header().location()).doesNotContain("081298765432");
        assertThat(numbers(search("081298765432", officerOf("bpbd")))).isEmpty();
        assertThat(cases.open(id, ADMIN).header().location()).contains("081298765432");
    }

    @Test
    void theSystemsAdministratorReadsNoComplaint() {
        var id = desk.aComplaint().id();

        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> cases.open(id, SYSTEM_ADMIN));
    }

    @Test
    void theSupervisorReadsNothingOfASecretCase() {
        var it = desk.aComplaint(
                        aReport().titled("Rahasia kobalt").saying("Isi kobalt.").isSecret())
                .forwardedTo("dinkes")
                .followedUp()
                .answered("Jawaban kobalt.");

        var seen = cases.open(it.id(), SUPERVISOR);

        assertThat(seen.contentHidden()).isTrue();
        assertThat(seen.header().title()
                        + seen.header().content()
                        + seen.header().location())
                .isEqualTo("null");
        assertThat(seen.answers()).isEmpty();
        assertThat(seen.followUps()).isEmpty();
        assertThat(seen.history()).isNotEmpty().allMatch(event -> event.remark() == null);
        assertThat(seen.possible()).isEmpty();
        assertThat(search("kobalt", SUPERVISOR).rows())
                .as("nor does a search tell what is in it")
                .isEmpty();
        assertThat(search(it.id().toString(), SUPERVISOR).rows())
                .singleElement()
                .extracting(Row::title)
                .isEqualTo("");
        assertThat(numbers(search("kobalt", ADMIN))).containsExactly(it.id().value());
        assertThat(numbers(search("kobalt", officerOf("dinkes"))))
                .containsExactly(it.id().value());
        assertThat(cases.open(it.id(), officerOf("dinkes")).header().content()).isEqualTo("Isi kobalt.");
    }

    @Test
    void onlyTheDeskReadsWhatPointsToAPerson() {
        var it = desk.aComplaint(aReport()
                        .by("Siti Aminah")
                        .titled("Titik merkuri 081234567890")
                        .saying(TELLING))
                .forwardedTo("dinkes")
                .followedUp(aReport().saying("Lagi: " + TELLING))
                .answered("Sudah kami telepon ke 081234567890.");

        var desks = cases.open(it.id(), ADMIN);
        assertThat(desks.header().content()).isEqualTo(TELLING);
        assertThat(desks.mayShowReporter()).isTrue();
        assertThat(desks.toString()).doesNotContain("Siti Aminah");
        assertThat(desks.followUps().get(0).content()).contains("3209155507900001");

        for (var other : List.of(officerOf("dinkes"), SUPERVISOR)) {
            var seen = cases.open(it.id(), other);
            assertThat(seen.mayShowReporter()).isFalse();
            assertThat(seen.header().content()).contains("[nomor telepon disamarkan]");
            assertThat(seen.toString()).doesNotContain("081234567890", "3209155507900001", "siti@contoh.id", "Siti");
            assertThat(search("merkuri", other).rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.title()).isEqualTo("Titik merkuri [nomor telepon disamarkan]"));
            assertThat(search("081234567890 merkuri", other).rows())
                    .as("what is masked can't be searched for")
                    .isEmpty();
        }
        assertThat(search("081234567890 merkuri", ADMIN).rows()).hasSize(1);
    }

    @Test
    void deadlinesAreFilteredByWhoseTheyAre() {
        var late =
                desk.at("2026-11-23 09:00").aComplaint().forwardedTo("disnaker").id();
        var near =
                desk.at("2026-11-23 14:00").aComplaint().forwardedTo("disnaker").id();
        var fresh =
                desk.at("2026-11-24 09:00").aComplaint().forwardedTo("disnaker").id();
        var lateElsewhere = desk.at("2026-11-23 09:00")
                .aComplaint()
                .forwardedTo("dpmd", "disnaker")
                .contributedBy("disnaker")
                .id();
        desk.at("2026-11-24 11:00");
        ClockHand.flag(context);
        var officer = officerOf("disnaker");

        assertThat(numbers(all(Deadline.LATE, officer))).containsExactly(late.value());
        assertThat(numbers(all(Deadline.NEAR, officer))).containsExactly(near.value());
        assertThat(numbers(all(null, officer))).contains(fresh.value(), lateElsewhere.value());
        assertThat(numbers(queue.list(new Filter(null, "disnaker", Deadline.LATE, null, null), ADMIN)))
                .containsExactlyInAnyOrder(late.value(), lateElsewhere.value());
    }

    @Test
    void theQueueIsReadPageByPageWithoutLossOrRepeat() {
        var written = new ArrayList<Long>();
        for (var minute = 0; minute < 120; minute++) {
            // Four a minute: equal times must not confuse the pages.
            written.add(desk.at("2026-11-23 10:%02d".formatted(minute / 4))
                    .aComplaint()
                    .forwardedTo("diskominfo")
                    .id()
                    .value());
        }
        Collections.reverse(written);

        assertThat(pages(null, officerOf("diskominfo"))).isEqualTo(written);
        assertThat(pages("diskominfo", ADMIN)).isEqualTo(written);
        var everything = pages(null, ADMIN);
        assertThat(everything).containsAll(written).doesNotHaveDuplicates();
        assertThat((long) everything.size())
                .isEqualTo(jdbc.sql("select count(*) from complaint")
                        .query(Long.class)
                        .single());
    }

    @Test
    void whatComesBackToTheQueueStandsOnTopForItsAgencyToo() {
        var old = desk.at("2026-11-23 08:00")
                .aComplaint()
                .forwardedTo("dispora")
                .answered()
                .relayed();
        var newer =
                desk.at("2026-11-23 09:00").aComplaint().forwardedTo("dispora").id();
        old.at("2026-11-23 10:00").followedUp();

        assertThat(numbers(all(null, officerOf("dispora"))))
                .containsExactly(old.id().value(), newer.value());
    }

    @Test
    void theQueueIsFilteredByState() {
        desk.aComplaint().forwardedTo("distan");
        var answered = desk.aComplaint().forwardedTo("distan").answered().id();
        var approved =
                desk.aComplaint().forwardedTo("distan").answered().approved().id();

        var rows = queue.list(new Filter(State.ANSWERED, "distan", null, null, null), ADMIN)
                .rows();

        assertThat(rows).extracting(Row::trackingId).containsExactlyInAnyOrder(answered.value(), approved.value());
        assertThat(rows).filteredOn(Row::approved).extracting(Row::trackingId).containsExactly(approved.value());
    }

    @Test
    void theDeskMayDoWhatTheTableSaysAndTheSupervisorNothing() {
        var id = desk.aComplaint().forwardedTo("dputr").answered().id();

        assertThat(cases.open(id, ADMIN).possible()).contains(Verb.APPROVE, Verb.ASK_FOR_REVISION);
        assertThat(cases.open(id, ADMIN).possible()).doesNotContain(Verb.FORWARD, Verb.RECALL, Verb.ANSWER);
        assertThat(cases.open(id, SUPERVISOR).possible()).isEmpty();
        assertThat(cases.open(id, ADMIN).atHand()).isNotNull();
    }

    private List<Long> pages(String agency, Actor actor) {
        var found = new ArrayList<Long>();
        Long after = null;
        do {
            var slice = queue.list(new Filter(null, agency, null, null, after), actor);
            assertThat(slice.rows()).hasSizeLessThanOrEqualTo(Slice.SIZE);
            found.addAll(numbers(slice));
            assertThat(found).doesNotHaveDuplicates();
            after = slice.next() == null ? null : Long.valueOf(slice.next());
        } while (after != null);
        return found;
    }

    private Slice<Row> all(Deadline deadline, Actor actor) {
        return queue.list(new Filter(null, null, deadline, null, null), actor);
    }

    private Slice<Row> search(String words, Actor actor) {
        return queue.list(new Filter(null, null, null, words, null), actor);
    }

    private static List<Long> numbers(Slice<Row> slice) {
        return slice.rows().stream().map(Row::trackingId).toList();
    }
}
