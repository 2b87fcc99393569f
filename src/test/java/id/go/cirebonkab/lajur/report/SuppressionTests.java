package id.go.cirebonkab.lajur.report;

import static id.go.cirebonkab.lajur.report.PublicFigures.suppressed;
import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.report.PublicFigures.AgencyCount;
import id.go.cirebonkab.lajur.report.PublicFigures.AgencyFigures;
import id.go.cirebonkab.lajur.report.PublicFigures.Rest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuppressionTests {

    @Test
    void anAgencyWithFewerThanFiveCasesIsNotShownByItself() {
        var agencies = suppressed(List.of(
                new AgencyCount("Disdik", 5, 4, 1),
                new AgencyCount("DPUTR", 9, 9, 0),
                new AgencyCount("BPBD", 4, 4, 0)));

        assertThat(agencies.shown()).extracting(AgencyFigures::name).containsExactly("DPUTR", "Disdik");
    }

    @Test
    void theSmallOnesAreOneRowTogether() {
        var agencies = suppressed(List.of(
                new AgencyCount("BPBD", 4, 4, 0),
                new AgencyCount("Damkar", 3, 3, 0),
                new AgencyCount("Setwan", 0, 0, 1)));

        assertThat(agencies.shown()).isEmpty();
        assertThat(agencies.rest()).isEqualTo(new Rest(2, Optional.of(7L)));
    }

    @Test
    void theirSumIsHiddenTooWhereItIsSmall() {
        assertThat(suppressed(List.of(new AgencyCount("BPBD", 4, 4, 0))).rest())
                .isEqualTo(new Rest(1, Optional.empty()));
    }

    @Test
    void aShareOfFewerThanFiveIsNotShownEvenWhereTheCasesAreEnough() {
        assertThat(suppressed(List.of(new AgencyCount("DPUTR", 9, 3, 1))).shown())
                .extracting(AgencyFigures::answered)
                .containsExactly(Optional.empty());
    }

    @Test
    void aHundredPercentMeansEverySingleOne() {
        assertThat(new Share(999, 1).percent()).isEqualTo(99);
        assertThat(new Share(999, 0).percent()).isEqualTo(100);
        assertThat(Share.NONE.isKnown()).isFalse();
    }
}
