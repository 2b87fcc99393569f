package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** What one person finds of one case, in the queue, by searching and on its own page. */
final class Sight {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Browser person;
    private final Case it;

    Sight(Browser person, Case it) {
        this.person = person;
        this.it = it;
    }

    Sight inTheQueue() {
        await().atMost(PATIENCE).until(() -> hasRow("/pengaduan"));
        return this;
    }

    Sight inState(String state) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(person.get(it.path())
                                .is(200)
                                .html()
                                .select("main")
                                .attr("data-status"))
                        .as("state of %s", it)
                        .isEqualTo(state));
        return this;
    }

    /** A clock on the page; of several with that name, one has to be so. */
    Sight withClock(String step, String outcome) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(page().html()
                                .select("[data-step=%s]".formatted(step))
                                .eachAttr("data-outcome"))
                        .as("clocks %s of %s", step, it)
                        .contains(outcome));
        return this;
    }

    Sight saying(String... words) {
        page().says(words);
        return this;
    }

    Sight notSaying(String... words) {
        page().doesNotSay(words);
        person.get("/pengaduan").doesNotSay(words);
        person.get("/pengaduan?q=" + it.id()).doesNotSay(words);
        return this;
    }

    /** The marks of a case, on its page and in its row of the queue and of a search. */
    Sight marked(String... marks) {
        assertThat(page().html().select(".case-line .badge").eachText()).contains(marks);
        assertThat(row("/pengaduan").eachText()).contains(marks);
        assertThat(row("/pengaduan?q=" + it.id()).eachText()).contains(marks);
        return this;
    }

    Sight byTheWord(String word) {
        assertThat(hasRow("/pengaduan?q=" + word)).as("found by %s", word).isTrue();
        return this;
    }

    Sight notByTheWord(String word) {
        assertThat(hasRow("/pengaduan?q=" + word)).as("found by %s", word).isFalse();
        return this;
    }

    /** As if it were not there: no page, no row, not found by its number. */
    void notAtAll() {
        person.get(it.path()).is(404).doesNotSay(it.title(), it.content());
        assertThat(hasRow("/pengaduan")).isFalse();
        assertThat(hasRow("/pengaduan?q=" + it.id())).isFalse();
    }

    /** A form that is offered, by the last part of its action. */
    Sight offered(String form) {
        assertThat(forms()).contains(it.path(form));
        return this;
    }

    Sight notOffered(String form) {
        assertThat(forms()).doesNotContain(it.path(form));
        return this;
    }

    private java.util.List<String> forms() {
        return page().html().select("form").eachAttr("action");
    }

    private Page page() {
        return person.get(it.path()).is(200);
    }

    private boolean hasRow(String list) {
        return !person.get(list)
                .is(200)
                .html()
                .select(".queue-row[data-tracking-id=%d]".formatted(it.id()))
                .isEmpty();
    }

    private org.jsoup.select.Elements row(String list) {
        return person.get(list).is(200).html().select(".queue-row[data-tracking-id=%d] .badge".formatted(it.id()));
    }
}
