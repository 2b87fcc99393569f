package id.go.cirebonkab.lajur.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.go.cirebonkab.lajur.complaint.State;
import id.go.cirebonkab.lajur.report.Dashboard.OwnerRunning;
import id.go.cirebonkab.lajur.report.Dashboard.StateCount;
import id.go.cirebonkab.lajur.report.Dashboard.StepShare;
import id.go.cirebonkab.lajur.report.Dashboard.Waiting;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.NotAllowed;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.sla.Step;
import id.go.cirebonkab.lajur.support.CountedStatements;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

@OwnDatabase
@SpringBootTest(classes = Story.Rooms.class, webEnvironment = WebEnvironment.NONE)
class DashboardsTests {

    @Autowired
    private Story story;

    @Autowired
    private Dashboards dashboards;

    @Autowired
    private DomainClock clock;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void aMondayMorning() {
        story.beginsAt("2026-11-23T09:00");
    }

    @Test
    void nothingIsLateWhereNothingHappened() {
        var shown = dashboardOf(Story.ADMIN);

        assertThat(shown.late().complaints()).isZero();
        assertThat(shown.late().owners()).isEmpty();
        assertThat(shown.oldestLate()).isNull();
        assertThat(shown.shares()).allMatch(share -> !share.year().isKnown());
        assertThat(shown.oldest()).isEmpty();
    }

    @Test
    void whoIsLateIsNamedWithTheNumberAndTheOldestDeadline() {
        story.complaintForwardedTo("dputr");
        story.goesOnAt("2026-11-23T11:00").complaintForwardedTo("dputr", "dlh");
        story.complaintArrives();
        story.goesOnAt("2026-11-24T11:30");

        var late = dashboardOf(Story.ADMIN).late();

        assertThat(late.complaints()).isEqualTo(3);
        assertThat(late.owners())
                .extracting(OwnerRunning::owner, OwnerRunning::agencyName, OwnerRunning::complaints)
                .containsExactlyInAnyOrder(
                        tuple("dputr", "DPUTR", 2L), tuple("dlh", "DLH", 1L), tuple("DESK", null, 1L));
        assertThat(late.owners().get(0).oldestDue()).isEqualTo(Instant.parse("2026-11-24T09:00:00+07:00"));
    }

    @Test
    void tenOfManyStandThereUntilSomebodyAsksForAll() {
        story.complaintForwardedTo(
                "dputr",
                "dlh",
                "disdik",
                "dinkes",
                "dpkpp",
                "damkar",
                "dinsos",
                "disnaker",
                "dishub",
                "dispora",
                "distan");
        story.goesOnAt("2026-11-24T11:30");

        var late = dashboardOf(Story.ADMIN).late();

        assertThat(late.owners(false)).isEqualTo(late.owners().subList(0, 10));
        assertThat(late.owners(true)).hasSize(11);
    }

    @Test
    void whatIsNearlyLateStandsApart() {
        story.complaintForwardedTo("dputr");
        story.goesOnAt("2026-11-24T08:55");

        var shown = dashboardOf(Story.ADMIN);

        assertThat(shown.late().complaints()).isZero();
        assertThat(shown.near().owners()).extracting(OwnerRunning::owner).containsExactly("dputr");
    }

    @Test
    void sharesInTimeAreOfThisMonthAndOfTwelve() {
        story.goesOnAt("2025-11-24T09:00").complaintAnsweredBy("dputr");
        story.goesOnAt("2025-12-01T09:00").complaintAnsweredBy("dputr");
        story.goesOnAt("2026-11-23T09:00").complaintForwardedTo("dputr");
        story.goesOnAt("2026-11-25T09:00");

        assertThat(shareOf(Step.ANSWER)).isEqualTo(new StepShare(Step.ANSWER, new Share(0, 1), new Share(1, 1)));
        assertThat(shareOf(Step.PROMISE).year().isKnown()).isFalse();
    }

    @Test
    void anOfficerSeesTheFiguresOfTheOwnAgencyOnly() {
        story.complaintForwardedTo("dputr");
        story.complaintForwardedTo("dlh");
        story.complaintAnsweredBy("dlh");
        story.complaintArrives();
        story.goesOnAt("2026-11-25T09:00");

        var shown = dashboardOf(Story.officerOf("dputr"));

        assertThat(shown.late().complaints()).isEqualTo(1);
        assertThat(shown.late().owners()).extracting(OwnerRunning::owner).containsExactly("dputr");
        assertThat(shown.states())
                .filteredOn(count -> count.complaints() > 0)
                .containsExactly(new StateCount(State.FORWARDED, 1));
        assertThat(shown.shares()).extracting(StepShare::step).containsExactly(Step.ANSWER, Step.PROMISE);
        assertThat(shown.shares().get(0).year()).isEqualTo(new Share(0, 1));
        assertThat(shown.oldest()).extracting(Waiting::leadAgency).containsExactly("dputr");
    }

    @Test
    void anOfficerWithoutAnAgencySeesNothing() {
        story.complaintForwardedTo("dputr");
        story.goesOnAt("2026-11-25T09:00");

        var shown = dashboardOf(Story.officerOf());

        assertThat(shown.late().complaints()).isZero();
        assertThat(shown.states()).allMatch(count -> count.complaints() == 0);
        assertThat(shown.oldest()).isEmpty();
    }

    @Test
    void theSupervisorSeesWhatTheAdminSees() {
        story.complaintForwardedTo("dputr");

        assertThat(dashboardOf(new Actor(2L, "Pimpinan", Role.SUPERVISOR, Set.of())))
                .isEqualTo(dashboardOf(Story.ADMIN));
    }

    @Test
    void whoReadsNoComplaintsHasNoDashboard() {
        var keeper = new Actor(3L, "Sistem", Role.SYSTEM_ADMIN, Set.of());

        assertThatThrownBy(() -> Scope.of(keeper)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Scope.of(Actor.system("intake"))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void theTenThatWaitLongestComeOldestFirst() {
        var first = story.complaintArrives();
        var second = story.goesOnAt("2026-11-23T09:01").complaintForwardedTo("dputr");
        story.goesOnAt("2026-11-23T09:02").complaintAnsweredBy("dputr");
        story.goesOnAt("2026-11-23T09:03");
        for (var more = 0; more < 20; more++) {
            story.complaintArrives();
        }

        assertThat(dashboardOf(Story.ADMIN).oldest())
                .hasSize(10)
                .extracting(Waiting::trackingId)
                .startsWith(first.value(), second.value());
    }

    @Test
    void oneComplaintAndFiftyCostTheSameStatements() {
        story.complaintForwardedTo("dputr");
        story.goesOnAt("2026-11-25T09:00");
        var forOne = statementsFor(Story.ADMIN);
        for (var agency : List.of("dlh", "dinkes", "disdik", "dishub", "bpbd")) {
            for (var more = 0; more < 10; more++) {
                story.complaintForwardedTo(agency);
            }
        }
        story.goesOnAt("2026-11-27T09:00");

        assertThat(statementsFor(Story.ADMIN)).isEqualTo(forOne).isEqualTo(5);
        assertThat(statementsFor(Story.officerOf("dlh"))).isEqualTo(5);
    }

    private Dashboard dashboardOf(Actor actor) {
        return dashboards.of(Scope.of(actor), clock.today());
    }

    private StepShare shareOf(Step step) {
        return dashboardOf(Story.ADMIN).shares().stream()
                .filter(share -> share.step() == step)
                .findFirst()
                .orElseThrow();
    }

    private int statementsFor(Actor actor) {
        var counted = new CountedStatements(dataSource);
        new Dashboards(JdbcClient.create(counted)).of(Scope.of(actor), clock.today());
        return counted.count();
    }
}
