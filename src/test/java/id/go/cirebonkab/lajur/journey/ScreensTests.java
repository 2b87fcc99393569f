package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Every screen as each person who may see it, at a desk and on a phone, light and dark: axe finds nothing, nothing stands
 * out of the page, the browser has nothing to complain of. An application of its own, for its clock is moved.
 */
@TestPropertySource(properties = "spring.application.name=lajur-screens")
class ScreensTests extends Journey {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final List<String> COLOURS = List.of("color-contrast");

    private record View(int width, int height) {}

    private static final View DESK = new View(1440, 900);
    private static final View PHONE = new View(360, 740);

    private static final Set<String> KINDS_SEEN = new HashSet<>();

    private static Chromium chromium;

    private final Map<String, Page> pages = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** First while all is in time, then, the clock moved on, with everything late and some of it ended. */
    @TestFactory
    Stream<DynamicTest> everyScreenIsClean() {
        var answered = given.aNotificationHasArrived();
        given.admin().forwards(answered).to("dputr", "disdukcapil");
        given.officer("disdukcapil").contributes(answered, "Alamatnya benar.");
        given.officer("dputr")
                .answersForNow(answered, "Sudah dijadwalkan.", given.today().plusDays(9));
        var archived = given.aNotificationHasArrived();
        given.admin().archivesAsNotOurAuthority(archived, "Jalan provinsi.");
        var watched = given.aNotification()
                .anonymous()
                .secret()
                .enclosing("foto.txt", "foto".getBytes(StandardCharsets.UTF_8))
                .hasArrived();
        given.admin().classifiesAsPengawasan(watched, "dputr");
        given.aNotification().isHandedOver("{".getBytes(StandardCharsets.UTF_8)).is(202);
        var message =
                given.admin().get("/karantina").html().select("[data-message]").attr("data-message");

        var tests = new ArrayList<DynamicTest>();
        for (var path : List.of("/masuk", "/masuk?gagal", "/masuk?keluar", "/transparansi", "/tema", "/mulai")) {
            tests.addAll(looks("-", path));
        }
        tests.addAll(looks("admin", "/pengaduan/baru"));
        tests.addAll(looks("admin", "/karantina"));
        tests.addAll(looks("admin", "/karantina/" + message));
        for (var path : List.of(
                "/pengiriman",
                "/pemberitahuan",
                "/pemberitahuan?status=FAILED",
                "/simulasi/surat-masuk",
                "/perangkat-daerah",
                "/perangkat-daerah?q=tidak-ada",
                "/perangkat-daerah?pic=tanpa",
                "/perangkat-daerah/dputr",
                "/perangkat-daerah/baru",
                "/perangkat-daerah/impor",
                "/petugas",
                "/petugas/1",
                "/retensi",
                "/simulasi/lapor",
                "/simulasi/komponen",
                "/tidak-ada",
                "/akun",
                "/pengaduan?status=BUKAN",
                "/pengaduan?q=tidakadayangcocok",
                "/pengaduan?tenggat=lewat",
                "/pengaduan?tenggat=hampir",
                "/pengaduan?status=CLOSED",
                "/pengaduan/" + watched.id(),
                "/pengaduan/" + archived.id())) {
            tests.addAll(looks("admin", path));
        }
        for (var path : List.of(
                "/akun",
                "/perangkat-daerah",
                "/petugas",
                "/pengaduan",
                "/log",
                "/hak",
                "/log?dari=kemarin",
                "/log/insiden",
                "/log/insiden?alamat=127.0.0.1&dari=2020-01-01T00:00&sampai=2099-01-01T00:00&diketahui=2026-11-25T13:00")) {
            tests.addAll(looks("sistem", path));
        }
        for (var path : List.of("/akun/saya/faktor-kedua", "/akun/saya/kunci-sandi")) {
            tests.addAll(looks("pimpinan", path));
        }
        for (var person : List.of("admin", "petugas.dputr", "pimpinan")) {
            tests.addAll(looks(person, "/dasbor"));
            tests.addAll(looks(person, "/pengaduan"));
            tests.addAll(looks(person, "/pengaduan/" + answered.id()));
        }
        for (var number = 1916401; number <= 1916406; number++) {
            tests.addAll(looks("admin", "/pengaduan/" + number));
        }
        tests.addAll(looks("petugas.dputr", "/pengaduan/1916404"));
        tests.addAll(looks("pimpinan", "/pengaduan/" + watched.id()));
        tests.addAll(looks("admin", "/pengaduan/1916401", "refused", ScreensTests::sendsTheFormEmpty));
        tests.addAll(looks("admin", "/pengaduan/baru", "refused", ScreensTests::sendsTheFormEmpty));
        tests.addAll(looks("sistem", "/akun", "refused", ScreensTests::sendsTheFormEmpty));
        tests.addAll(looks("admin", "/petugas", "refused", ScreensTests::sendsTheFormEmpty));
        tests.addAll(looks("admin", "/simulasi/lapor", "refused", ScreensTests::sendsTheFormEmpty));

        tests.add(dynamicTest("the clock moves on by twenty days", this::theClockMovesOn));
        for (var person : List.of("admin", "petugas.dputr", "pimpinan")) {
            tests.addAll(looks(person, "/dasbor", "late", page -> {}));
            tests.addAll(looks(person, "/pengaduan", "late", page -> {}));
        }
        tests.addAll(looks("-", "/transparansi", "late", page -> {}));
        tests.addAll(looks("admin", "/pengaduan?tenggat=lewat", "late", page -> {}));
        tests.addAll(looks("admin", "/pengaduan/1916406", "closed", page -> {}));
        tests.addAll(looks("admin", "/pengaduan/" + answered.id(), "late", page -> {}));
        return tests.stream();
    }

    /** Two people at one case: the second sees what the first did, and what was typed is still there. */
    @Test
    void theSecondToActSeesAPageAsClean() {
        for (var view : List.of(DESK, PHONE)) {
            var it = given.aNotificationHasArrived();
            var page = open("admin", view, "/pengaduan/" + it.id());
            given.admin().forwards(it).to("disdukcapil");
            page.locator("form[action$=penerusan] select[name=utama]").selectOption("dputr");
            page.locator("form[action$=penerusan] button[type=submit]").click();
            page.waitForURL("**/penerusan");

            assertThat(page.locator("main .problem").textContent()).contains("Diteruskan");
            assertClean(page);
        }
    }

    /** Set up, shown its recovery codes, changed, asked for. */
    @Test
    void theSecondFactorIsCleanAtEachStep(@Autowired JdbcClient jdbc) {
        var who = new Newcomers(jdbc).as("SUPERVISOR");
        var page = open(who, DESK, "/akun/saya/faktor-kedua");
        page.locator("form[action$=penyiapan] button").click();
        page.waitForSelector("img.qr");
        assertClean(page);
        page.fill("#kode", "000000");
        page.locator("form[action$=faktor-kedua] button").click();
        page.waitForSelector("main .alert-danger");
        assertClean(page);
        var telephone = new Telephone(page.locator("code.secret").textContent().replace(" ", ""));
        page.setViewportSize(DESK.width(), DESK.height());
        page.fill("#kode", telephone.code());
        page.locator("form[action$=faktor-kedua] button").click();
        page.waitForSelector(".recovery-codes");
        assertClean(page);
        assertClean(open(who, DESK, "/akun/saya/faktor-kedua"));

        pages.remove(who);
        assertThat(open(who, DESK, "/masuk/kode").url()).endsWith("/masuk/kode");
        assertClean(pages.get(who));
    }

    @Test
    void theChosenThemeShowsAtOnce() {
        var page = open("-", DESK, "/masuk");
        page.locator(".theme:has-text('Gelap')").click();
        page.waitForURL("**/masuk");

        assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
        assertThat(page.locator(".theme[aria-pressed=true]").textContent()).contains("Gelap");
    }

    @Test
    void leftToItselfThePageFollowsTheBrowser() {
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        var page = context.newPage();
        page.navigate(base() + "/masuk");

        assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.LIGHT));
        page.waitForFunction("document.documentElement.dataset.bsTheme === 'light'");
        context.close();
    }

    /** Pressed twice in haste, a form is sent once. */
    @Test
    void aButtonSaysThatItIsAtWork() {
        var it = given.aNotificationHasArrived();
        var page = open("admin", DESK, "/pengaduan/" + it.id());
        var posts = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                posts.add(request.url());
            }
        });
        page.locator("form[action$=penerusan] select[name=utama]").selectOption("dputr");
        page.evaluate("""
                () => {
                    const button = document.querySelector('form[action$=penerusan] button[type=submit]');
                    button.click();
                    if (!button.classList.contains('is-busy')) throw new Error('the button does not say it');
                    button.click();
                }""");
        page.waitForSelector("main[data-status=FORWARDED]");

        assertThat(posts).hasSize(1);
    }

    /** Without scripts there is the table, and no empty frame of a chart. */
    @Test
    void withoutScriptsNothingIsMissing() {
        var context = chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        signIn(context, "pimpinan");
        var page = context.newPage();
        page.navigate(base() + "/dasbor");

        assertThat(page.locator("figure.chart:visible").count()).isZero();
        assertThat(page.locator("#tabel-shares").isVisible()).isTrue();
        page.locator(".theme:has-text('Gelap')").click();
        assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
        assertThat(page.url()).endsWith("/dasbor");
        context.close();
    }

    private List<DynamicTest> looks(String who, String path) {
        return looks(who, path, "", page -> {});
    }

    private List<DynamicTest> looks(String who, String path, String what, Consumer<Page> then) {
        return List.of(dynamicTest("%s %s %s".formatted(who, path, what), () -> {
            var page = open(who, DESK, path);
            then.accept(page);
            assertClean(page);
        }));
    }

    private Page open(String who, View view, String path) {
        var page = pages.computeIfAbsent(who, this::newPage);
        complaints.clear();
        page.setViewportSize(view.width(), view.height());
        page.context().addCookies(List.of(new Cookie("tema", "terang").setUrl(base())));
        page.navigate(base() + path);
        return page;
    }

    private Page newPage(String who) {
        // Without motion: a colour halfway between two themes is none of ours.
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("id-ID").setReducedMotion(ReducedMotion.REDUCE));
        if (!who.equals("-")) {
            signIn(context, who);
        }
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            // That a page is an error page is no error of the page.
            if (!message.text().startsWith("Failed to load resource")
                    || !message.location().startsWith(page.url())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private void signIn(BrowserContext context, String who) {
        var page = context.newPage();
        page.navigate(base() + "/masuk");
        page.fill("#username", who);
        page.fill("#password", Stage.PASSWORD);
        page.locator("main form button[type=submit]").click();
        page.waitForURL(url -> !url.endsWith("/masuk"));
        page.close();
    }

    private static void sendsTheFormEmpty(Page page) {
        Locator form = page.locator("main form[method=post]:has(.btn-primary)").last();
        var before = page.url();
        form.evaluate("form => { form.noValidate = true; form.querySelector('.btn-primary').click(); }");
        page.waitForLoadState();
        page.waitForCondition(() -> page.locator(".is-busy").count() == 0);
        assertThat(page.locator(".fault, .invalid-feedback, [role=alert]").count())
                .as("faults after %s was sent empty", before)
                .isPositive();
    }

    /** Everything is looked at light at a desk and dark on a phone; once for each kind of page, the colours of the others. */
    private void assertClean(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)");
        assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("light");
        assertFits(page, DESK);
        assertNothingFound(new AxeBuilder(page).withTags(RULES));
        var isNew = KINDS_SEEN.add(page.url().replaceAll("[0-9]+|[?].*", ""));
        turn(page, "dark");
        if (isNew) {
            assertNothingFound(new AxeBuilder(page).withRules(COLOURS));
        }
        assertFits(page, PHONE);
        assertNothingFound(new AxeBuilder(page).withTags(RULES));
        if (isNew) {
            turn(page, "light");
            assertNothingFound(new AxeBuilder(page).withRules(COLOURS));
        }
        assertThat(complaints).as("what the browser complains of").isEmpty();
    }

    private static void turn(Page page, String theme) {
        page.evaluate("theme => document.documentElement.dataset.bsTheme = theme", theme);
    }

    private static void assertFits(Page page, View view) {
        page.setViewportSize(view.width(), view.height());
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("what stands out at %d px".formatted(view.width()))
                .isEqualTo(0);
    }

    private static void assertNothingFound(AxeBuilder axe) {
        assertThat(axe.setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getTarget() + " " + node.getFailureSummary())))
                .isEmpty();
    }

    private void theClockMovesOn() {
        given.stranger()
                .post(
                        "/simulasi/waktu",
                        "jam=480".getBytes(StandardCharsets.US_ASCII),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Simulasi",
                        "coba")
                .is(303);
        given.admin().sees(new Case(1916406, "", "")).inState("CLOSED");
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
