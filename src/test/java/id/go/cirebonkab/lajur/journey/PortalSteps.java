package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The portal: its switch, and what stands there. */
final class PortalSteps {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Browser browser;

    PortalSteps(Browser browser) {
        this.browser = browser;
    }

    /** {@code NORMAL}, {@code MATI}, {@code LAMBAT} or {@code GALAT}. */
    void is(String state) {
        browser.get("/simulasi/lapor", "X-Simulasi", "coba").is(200);
        browser.post(
                        "/simulasi/lapor/keadaan",
                        ("keadaan=" + state).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Simulasi",
                        "coba")
                .is(303);
    }

    /** Moves the domain clock on, for everybody. */
    void timeMovesOn(int hours) {
        browser.post(
                        "/simulasi/waktu",
                        ("jam=" + hours).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Simulasi",
                        "coba")
                .is(303);
    }

    String state() {
        return browser.get("/simulasi/lapor", "X-Simulasi", "coba")
                .html()
                .select("main")
                .attr("data-portal-state");
    }

    Standing has(Case it) {
        return new Standing(it);
    }

    void hasNothingOf(Case it) {
        assertThat(answers(it)).isEmpty();
    }

    /** "Bukan wewenang" has reached the portal. */
    void wasToldThatItIsNotOurs(Case it, String reason) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var data = JsonPath.<Map<String, Object>>read(api(it, "complaint"), "$.results.data");
            assertThat(data.get("status_code")).isEqualTo("rejected");
            assertThat(String.valueOf(data.get("status_logs"))).contains(reason);
        });
        assertThat(JsonPath.<List<String>>read(api(it, "complaint"), "$.results.data.status_logs[*].note"))
                .as("told once")
                .containsExactly(reason);
    }

    List<String> answers(Case it) {
        return JsonPath.read(api(it, "followups"), "$.results.data[*].content");
    }

    private String api(Case it, String what) {
        return browser.get("/simulasi/api/complaints/" + it.id() + "/" + what, "Authorization", "Bearer coba")
                .is(200)
                .body();
    }

    final class Standing {

        private final Case it;

        private Standing(Case it) {
            this.it = it;
        }

        /** These answers and no others, each once, in this order. */
        void exactlyOnce(String... answers) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(answers(it)).containsExactly(answers));
        }
    }
}
