package id.go.cirebonkab.lajur.journey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The citizen, at the page of the imitated portal. */
final class Citizen {

    private static final String PAGE = "/simulasi/lapor";

    private final Browser browser;

    Citizen(Browser browser) {
        this.browser = browser;
    }

    Page page() {
        return browser.get(PAGE, "X-Simulasi", "coba").is(200);
    }

    Case complains(String title, String content) {
        var answer = posts(PAGE, "judul=" + encoded(title) + "&isi=" + encoded(content) + "&lewat=WEBHOOK");
        var number = answer.location().replaceFirst(".*nomor=([0-9]+).*", "$1");
        return new Case(Long.parseLong(number), title, content);
    }

    void replies(Case it, String words) {
        posts(PAGE + "/" + it.id() + "/balasan", "isi=" + encoded(words) + "&lewat=WEBHOOK");
    }

    /** What the citizen reads under the own report. */
    String reads(Case it) {
        return page().html().select("[data-tracking-id=%d]".formatted(it.id())).text();
    }

    private Page posts(String path, String form) {
        return browser.post(
                        path,
                        form.getBytes(StandardCharsets.US_ASCII),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Simulasi",
                        "coba")
                .is(303);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
