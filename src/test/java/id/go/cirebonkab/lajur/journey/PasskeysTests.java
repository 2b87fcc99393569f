package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys in a real browser, whose device is Chromium's own imitation of one. */
class PasskeysTests extends Journey {

    private static final String PAGE = "/akun/saya/kunci-sandi";

    private static Chromium chromium;

    @Autowired
    private JdbcClient jdbc;

    private Newcomers newcomers;
    private String username;
    private BrowserContext context;
    private Page page;
    private CDPSession device;
    private String authenticator;

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

    @BeforeEach
    void somebodyWithADevice() {
        newcomers = new Newcomers(jdbc);
        username = newcomers.as("SUPERVISOR");
        context = chromium.browser().newContext();
        page = context.newPage();
        device = context.newCDPSession(page);
        device.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        authenticator = device.send("WebAuthn.addVirtualAuthenticator", arguments)
                .get("authenticatorId")
                .getAsString();
    }

    @AfterEach
    void theBrowserIsClosed() {
        context.close();
    }

    @Test
    void onceRegisteredAPasskeySignsInWithoutPasswordToThePageThatWasAskedFor() {
        signInByPassword();
        register("ponsel saya");
        assertThat(page.locator("[data-passkey] strong").textContent()).isEqualTo("ponsel saya");
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .isEmpty();
        signOut();

        page.navigate(base() + "/dasbor");
        page.waitForURL("**/masuk");
        assertThat(session()).as("before the sign-in").isNull();
        signInByPasskey();
        page.waitForURL("**/dasbor");

        assertThat(page.locator(".who-name").textContent()).contains("Orang " + username);
        assertThat(newcomers.logged(username)).contains("ACCOUNT_CHANGED kunci sandi didaftarkan", "SIGNED_IN PASSKEY");
        assertThat(jdbc.sql("""
                        select c.last_used > c.created from user_credentials c
                        join user_entities e on e.id = c.user_entity_user_id where e.name = ?""").params(username).query(Boolean.class).single()).isTrue();
    }

    @Test
    void theSessionGetsANewIdByTheSignIn() {
        signInByPassword();
        register("laptop");
        signOut();
        page.navigate(base() + "/masuk");
        page.evaluate("""
                () => fetch('/webauthn/authenticate/options', { method: 'POST',
                    headers: { 'X-XSRF-TOKEN': document.querySelector('input[name=_csrf]').value } })""");
        var before = session();
        assertThat(before).isNotNull();
        signInByPasskey();
        page.waitForURL(url -> !url.endsWith("/masuk"));

        assertThat(session()).isNotEqualTo(before);
    }

    @Test
    void aPasskeyIsAWholeSignInForWhoHasASecondFactorToo() {
        signInByPassword();
        register("ponsel");
        page.navigate(base() + "/akun/saya/faktor-kedua");
        page.locator("form[action$=penyiapan] button").click();
        page.waitForSelector("img.qr");
        var telephone = new Telephone(page.locator("code.secret").textContent().replace(" ", ""));
        page.fill("#kode", telephone.code());
        page.locator("form[action$=faktor-kedua] button").click();
        page.waitForSelector(".recovery-codes");
        signOut();

        page.navigate(base() + "/masuk");
        signInByPasskey();
        page.waitForURL("**/dasbor");
    }

    @Test
    void aRemovedPasskeyOpensNothing() {
        signInByPassword();
        register("ponsel lama");
        var id = page.locator("[data-passkey]").getAttribute("data-passkey");
        given.supervisor().post(PAGE + "/" + id + "/penghapusan").is(404);
        page.locator("[data-passkey] button").click();
        page.waitForSelector(".empty");
        assertThat(newcomers.logged(username)).contains("ACCOUNT_CHANGED kunci sandi dihapus");
        signOut();

        assertIsNotLetIn();
    }

    @Test
    void anAccountThatIsSwitchedOffOpensWithNone() {
        signInByPassword();
        register("ponsel");
        signOut();
        newcomers.isSwitchedOff(username);

        assertIsNotLetIn();
        assertThat(newcomers.logged(username)).contains("SIGN_IN_FAILED PASSKEY");
    }

    @Test
    void whoHasNoPasswordSignsInByPasskey() {
        signInByPassword();
        register("ponsel");
        signOut();
        jdbc.sql("update account set password_hash = null where username = ?")
                .params(username)
                .update();

        page.navigate(base() + "/masuk");
        signInByPasskey();
        page.waitForURL("**/dasbor");
    }

    @Test
    void whatIsNoAnswerOfABrowserIsABadRequestAndTheSessionOfAQuestionIsShort() {
        var stranger = given.stranger();
        stranger.post("/webauthn/authenticate/options").is(200);
        assertThat(jdbc.sql("select max_inactive_interval from spring_session where principal_name is null"
                                + " order by creation_time desc limit 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(600);
        for (var body : List.of("null", "{}", "[]", "{")) {
            assertThat(sends(stranger, "/login/webauthn", body)).as(body).isBetween(400, 401);
        }

        stranger.signsIn(username, Stage.PASSWORD);
        for (var body : List.of("null", "{}", "{\"publicKey\":null}", "{\"publicKey\":{}}")) {
            stranger.post("/webauthn/register/options").is(200);
            assertThat(sends(stranger, "/webauthn/register", body)).as(body).isIn(400, 403);
        }
    }

    private static int sends(Somebody somebody, String path, String json) {
        return somebody.post(
                        path,
                        json.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json",
                        "X-XSRF-TOKEN",
                        somebody.csrf())
                .status();
    }

    @Test
    void aDeviceThatDoesNotMakeSureOfItsOwnerIsNoPasskey() {
        signInByPassword();
        ownerIsVerified(false);
        page.navigate(base() + PAGE);
        page.fill("#label", "ponsel");
        page.locator("[data-passkey-add] button").click();
        page.waitForSelector("[data-passkey-problem]:visible");
        ownerIsVerified(true);
        register("ponsel");
        signOut();

        ownerIsVerified(false);
        assertIsNotLetIn();
    }

    private void assertIsNotLetIn() {
        page.navigate(base() + "/masuk");
        signInByPasskey();
        page.waitForSelector("[data-passkey-problem]:visible");
        assertThat(page.locator("[data-passkey-problem]").textContent()).contains("kata sandi");
        page.navigate(base() + "/dasbor");
        assertThat(page.url()).endsWith("/masuk");
    }

    private void ownerIsVerified(boolean isVerified) {
        var arguments = new JsonObject();
        arguments.addProperty("authenticatorId", authenticator);
        arguments.addProperty("isUserVerified", isVerified);
        device.send("WebAuthn.setUserVerified", arguments);
    }

    private void register(String label) {
        page.navigate(base() + PAGE);
        page.fill("#label", label);
        page.locator("[data-passkey-add] button").click();
        page.waitForSelector("[data-passkey]");
    }

    private void signInByPassword() {
        page.navigate(base() + "/masuk");
        page.fill("#username", username);
        page.fill("#password", Stage.PASSWORD);
        page.locator("main form button[type=submit]").click();
        page.waitForURL("**/dasbor");
    }

    private void signInByPasskey() {
        page.locator("[data-passkey-sign-in] button").click();
    }

    private void signOut() {
        page.locator("form[action='/keluar'] button").first().click();
        page.waitForURL("**/masuk?keluar");
    }

    private String session() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(Browser.SESSION))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse(null);
    }

    /** By name: passkeys are bound to hosts that have one. */
    private String base() {
        return "http://localhost:" + port;
    }
}
