package id.go.cirebonkab.lajur.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.complaint.Redaction.Kind;
import id.go.cirebonkab.lajur.complaint.RedactionFigures.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/** Holds {@link Redaction} to its figures. */
class RedactionFiguresTest {

    private static final List<Sentence> SENTENCES = RedactionFigures.sentences();

    @ParameterizedTest
    @NullSource
    @EnumSource
    void nearlyAllIsFoundAndLittleElse(@Nullable Kind kind) {
        var figures = RedactionFigures.figures(SENTENCES, kind);
        assertThat(figures.recall()).as("recall of %s", figures).isGreaterThanOrEqualTo(0.98);
        assertThat(figures.precision()).as("precision of %s", figures).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void thereAreEnoughSentencesAndHalfOfThemHaveNothing() {
        assertThat(SENTENCES).hasSizeGreaterThanOrEqualTo(320);
        assertThat(SENTENCES.stream().filter(sentence -> sentence.has(null)).count())
                .isBetween(SENTENCES.size() * 2L / 5, SENTENCES.size() * 3L / 5);
    }

    @Test
    void maskingTwiceIsMaskingOnce() {
        assertThat(SENTENCES).allSatisfy(sentence -> {
            var once = Redaction.mask(sentence.text());
            assertThat(Redaction.mask(once)).isEqualTo(once);
        });
    }
}
