package id.go.cirebonkab.lajur.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.report.PublicFigures.AgencyFigures;
import id.go.cirebonkab.lajur.report.PublicFigures.MonthFigures;
import id.go.cirebonkab.lajur.report.PublicFigures.Rest;
import id.go.cirebonkab.lajur.sla.Step;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@OwnDatabase
@SpringBootTest(classes = Story.Rooms.class, webEnvironment = WebEnvironment.NONE)
class PublicFiguresTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Autowired
    private Story story;

    @Autowired
    private PublicFigures figures;

    @Autowired
    private FoldJob folding;

    @BeforeEach
    void aMondayMorning() {
        story.beginsAt("2026-11-23T09:00");
    }

    @Test
    void twelveMonthsAreShownTheNewestFirst() {
        assertThat(figures.upTo(TODAY).months())
                .hasSize(12)
                .extracting(MonthFigures::month)
                .startsWith(LocalDate.of(2026, 11, 1))
                .endsWith(LocalDate.of(2025, 12, 1));
    }

    @Test
    void enoughCasesAreShownFoldedAndLooseTogether() {
        for (var count = 0; count < 3; count++) {
            story.complaintAnsweredBy("dputr");
        }
        folding.run();
        for (var count = 0; count < 3; count++) {
            story.complaintAnsweredBy("dputr");
        }
        story.complaintAnsweredBy("dlh");

        var overview = figures.upTo(TODAY);
        var november = overview.months().get(0);

        assertThat(november.received()).isEqualTo(7);
        assertThat(november.relayed()).isEqualTo(7);
        assertThat(november.shares().get(PublicFigures.SOP.indexOf(Step.ANSWER)))
                .contains(new Share(7, 0));
        assertThat(november.median()).contains(1);
        assertThat(overview.agencies().shown())
                .containsExactly(
                        new AgencyFigures("Dinas Pekerjaan Umum dan Tata Ruang", 6, Optional.of(new Share(6, 0))));
        assertThat(overview.agencies().rest()).isEqualTo(new Rest(1, Optional.empty()));
    }

    @Test
    void aMonthWithFewCasesShowsNoShareAndNoMedian() {
        story.complaintAnsweredBy("dputr");

        var november = figures.upTo(TODAY).months().get(0);

        assertThat(november.relayed()).isEqualTo(1);
        assertThat(november.shares()).allMatch(Optional::isEmpty);
        assertThat(november.median()).isEmpty();
    }
}
