package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What came back. */
record Page(HttpResponse<byte[]> answer) {

    int status() {
        return answer.statusCode();
    }

    String body() {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    Document html() {
        return Jsoup.parse(body());
    }

    /** All that is to be read on it, and all that stands in its fields. */
    String words() {
        var html = html();
        return html.text() + " " + String.join(" ", html.select("[value]").eachAttr("value"));
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    List<String> headers(String name) {
        return answer.headers().allValues(name);
    }

    /** Where it leads, without the host. */
    String location() {
        return header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** What stands in a field of the form whose action ends so. */
    String typed(String form, String field) {
        var found = html().select("form[action$=/%s] [name=%s]".formatted(form, field));
        assertThat(found).as("field %s of form %s", field, form).isNotEmpty();
        var element = found.first();
        return element.tagName().equals("textarea") ? element.wholeText() : element.val();
    }

    Page is(int status) {
        assertThat(status())
                .as(() -> "%s %s: %s"
                        .formatted(
                                answer.request().method(),
                                answer.request().uri(),
                                html().select("main").text()))
                .isEqualTo(status);
        return this;
    }

    Page says(String... words) {
        assertThat(words()).contains(words);
        return this;
    }

    Page doesNotSay(String... words) {
        assertThat(body()).doesNotContain(words);
        return this;
    }

    Page leadsTo(String path) {
        assertThat(location()).isEqualTo(path);
        return this;
    }
}
