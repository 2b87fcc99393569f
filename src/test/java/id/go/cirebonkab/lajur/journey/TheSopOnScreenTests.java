package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/**
 * The SOP as people see it: a citizen, the admin, the officer and the supervisor in turn, in a real browser, by mail in and
 * mail out. It takes the pictures of the README on its way: {@code -Dlajur.screenshots=docs/images} keeps them there.
 */
@TestPropertySource(properties = "spring.application.name=lajur-sop-on-screen")
class TheSopOnScreenTests extends Journey {

    private static final Path PICTURES = Path.of(System.getProperty("lajur.screenshots", "target/screenshots"));
    private static final String TITLE = "Tanggul kali jebol di Desa Kalisapu";
    private static final String ANSWER =
            "Tanggul sudah kami tutup dengan karung pasir hari ini. Perbaikan tetap dimulai Senin depan.";

    private static Chromium chromium;

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

    private enum Screen {
        DESK(1440, 900),
        PHONE(360, 760);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        Browser.NewContextOptions context() {
            return new Browser.NewContextOptions()
                    .setLocale("id-ID")
                    .setTimezoneId("Asia/Jakarta")
                    .setViewportSize(width, height)
                    .setDeviceScaleFactor(this == PHONE ? 2 : 1)
                    .setHasTouch(this == PHONE);
        }
    }

    @ParameterizedTest
    @CsvSource({"DESK, PHONE", "PHONE, DESK"})
    void aComplaintComesByMailAndItsAnswerReachesTheCitizen(Screen ofTheAdmin, Screen ofTheOfficer) {
        var citizen = signedIn("admin", Screen.DESK);
        citizen.navigate(at("/simulasi/lapor"));
        citizen.fill("#lapor-judul", TITLE);
        citizen.fill("#lapor-isi", "Tanggul jebol sejak subuh, air masuk ke sawah. Hubungi saya di 0812-3456-7890.");
        citizen.fill("#lapor-kategori", "Sumber daya air");
        citizen.fill("#lapor-nama", "Warga Contoh");
        press(citizen, "form[action$='/simulasi/lapor']");
        var number = citizen.url().replaceAll(".*nomor=(\\d+).*", "$1");

        var admin = signedIn("admin", ofTheAdmin);
        until(admin, "/pengaduan", "[data-tracking-id='" + number + "']");
        picture(admin, "queue", ofTheAdmin == Screen.DESK);
        admin.locator("[data-tracking-id='" + number + "'] a").first().click();
        admin.waitForURL("**/pengaduan/" + number);
        assertThat(admin.locator("main").textContent()).doesNotContain("Warga Contoh");
        admin.locator("form[action$=penerusan] select[name=utama]").selectOption("dputr");
        press(admin, "form[action$=penerusan]");
        isIn(admin, "FORWARDED");

        var mailbox = signedIn("admin", Screen.DESK);
        var mail = until(
                mailbox,
                "/simulasi/surat-masuk?penerima=petugas.dputr@lajur.example",
                "article:has-text('" + number + "')");
        assertThat(mail.textContent()).doesNotContain("Warga Contoh").doesNotContain("3456");
        var link = mail.locator("a.btn-primary").getAttribute("href");

        var officer = chromium.browser().newContext(ofTheOfficer.context()).newPage();
        officer.navigate(link);
        signIn(officer, "petugas.dputr");
        officer.waitForURL("**/pengaduan/" + number + "*");
        assertThat(officer.locator("main").textContent())
                .contains(TITLE)
                .doesNotContain("Warga Contoh")
                .doesNotContain("3456");
        picture(officer, "case-phone", ofTheOfficer == Screen.PHONE);
        officer.locator("form[action$=jawaban] [name=isi]").fill(ANSWER);
        press(officer, "form[action$=jawaban]");
        isIn(officer, "ANSWERED");

        until(mailbox, "/simulasi/surat-masuk?penerima=admin@lajur.example", "article:has-text('" + number + "')");
        admin.navigate(at("/pengaduan/" + number));
        assertThat(admin.locator("form[action$=persetujuan]").textContent()).contains(ANSWER);
        press(admin, "form[action$=persetujuan]");
        until(admin, "/pengaduan/" + number, "main[data-status=RELAYED]");

        until(citizen, "/simulasi/lapor", "#laporan-" + number + ":has-text('" + ANSWER + "')");

        var supervisor = signedIn("pimpinan", Screen.DESK);
        supervisor.navigate(at("/pengaduan/" + number));
        isIn(supervisor, "RELAYED");
        whatLiesLongerThanADayIsLate(supervisor, ofTheAdmin == Screen.DESK);
        supervisor.context().close();
        mailbox.context().close();
        officer.context().close();
        admin.context().close();
        citizen.context().close();
    }

    private void whatLiesLongerThanADayIsLate(Page supervisor, boolean wanted) {
        var late = given.aNotificationHasArrived();
        given.portal().timeMovesOn(100);
        until(supervisor, "/pengaduan?tenggat=lewat", "[data-tracking-id='" + late.id() + "'] [data-outcome=BREACHED]");
        supervisor.navigate(at("/dasbor"));
        supervisor.waitForFunction("document.querySelectorAll('figure.chart:not([hidden])').length > 0");
        picture(supervisor, "dashboard", wanted);
    }

    private Page signedIn(String username, Screen screen) {
        var page = chromium.browser().newContext(screen.context()).newPage();
        page.navigate(at("/masuk"));
        signIn(page, username);
        page.waitForURL(url -> !url.contains("/masuk"));
        return page;
    }

    private static void signIn(Page page, String username) {
        page.fill("#username", username);
        page.fill("#password", Stage.PASSWORD);
        page.locator("main form button[type=submit]").first().click();
    }

    private static void press(Page page, String form) {
        page.locator(form + " .btn-primary").first().click();
        page.waitForCondition(() -> page.locator(".is-busy").count() == 0);
    }

    private static void isIn(Page page, String state) {
        page.waitForSelector("main[data-status=" + state + "]");
    }

    /** Asks for the page again until it shows that. */
    private Locator until(Page page, String path, String shown) {
        page.waitForCondition(() -> {
            page.navigate(at(path));
            return page.locator(shown).count() > 0;
        });
        return page.locator(shown).first();
    }

    private static void picture(Page page, String name, boolean wanted) {
        if (wanted) {
            page.evaluate("window.scrollTo(0, 0)");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + ".png"))
                    .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
        }
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
