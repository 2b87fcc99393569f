package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Light or dark, chosen by a form that anybody has. */
class ThemeTests extends Journey {

    @Test
    void whatWasChosenStaysAndLeadsBack() {
        var admin = given.newly("admin");
        assertThat(shown(admin, "/pengaduan?q=jalan")).isEqualTo("light");

        admin.post("/tema", "tema", "gelap", "kembali", "/pengaduan?q=jalan")
                .is(303)
                .leadsTo("/pengaduan?q=jalan");
        assertThat(shown(admin, "/pengaduan")).isEqualTo("dark");
        assertThat(shown(admin, "/tidak-ada")).isEqualTo("dark");

        admin.post("/tema", "tema", "otomatis").is(303).leadsTo("/");
        assertThat(shown(admin, "/pengaduan")).isEqualTo("light");
        assertThat(admin.get("/pengaduan").html().select("script[src*=tema]")).hasSize(1);
    }

    @Test
    void everyPageNamesItsOwnAddressAsTheWayBack() {
        assertThat(given.admin()
                        .get("/pengaduan?q=jalan+rusak&status=RECEIVED")
                        .html()
                        .select("footer input[name=kembali]")
                        .val())
                .isEqualTo("/pengaduan?q=jalan+rusak&status=RECEIVED");
    }

    /** What caches may keep holds no token: it leads to a page with the form. */
    @Test
    void aStrangerOnThePublicPageHasALinkToTheForm() {
        var stranger = given.stranger();
        var page = stranger.get("/transparansi").html();
        assertThat(page.select("form")).isEmpty();
        var form = stranger.get(page.select("footer a[href^=/tema]").attr("href"));
        assertThat(form.html().select("main input[name=kembali]").val()).isEqualTo("/transparansi");

        stranger.post("/tema", "tema", "gelap", "kembali", "/transparansi")
                .is(303)
                .leadsTo("/transparansi");
        assertThat(shown(stranger, "/transparansi")).isEqualTo("dark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//lain.example",
                "/\\lain.example",
                "/\t/lain.example",
                "/\n/lain.example",
                "https://lain.example/",
                "lain.example",
                "javascript:alert(1)",
                "/%",
                " //lain.example",
                ""
            })
    void nobodyIsLedElsewhere(String back) {
        var answer = given.stranger()
                .post("/tema", "tema", "terang", "kembali", back)
                .is(303);

        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(given.stranger()
                        .get("/tema?kembali="
                                + java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8))
                        .html()
                        .select("main input[name=kembali]")
                        .val())
                .isIn("/", "/%");
    }

    @Test
    void anotherThemeIsRefusedAndAStrangeCookieIsNoFault() {
        given.stranger().post("/tema", "tema", "ungu").is(422).says("otomatis, terang, atau gelap");
        var stranger = given.stranger();
        stranger.takes(java.util.Map.of("tema", "ungu"));
        assertThat(shown(stranger, "/masuk")).isEqualTo("light");
    }

    private static String shown(Browser person, String path) {
        return person.get(path).html().select("html").attr("data-bs-theme");
    }
}
