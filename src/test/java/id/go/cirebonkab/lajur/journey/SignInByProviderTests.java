package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.AriaRole;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in by the regency's identity provider, a real one. It is down when Lajur starts. */
@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lajur.account.oidc.name=SSO Kabupaten", "server.forward-headers-strategy=native"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInByProviderTests {

    private static final String WAY_THERE = "/oauth2/authorization/oidc";
    private static final String NOT_CONNECTED = "belum terhubung dengan akun Lajur";

    private static final RegencyProvider provider = new RegencyProvider();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("lajur.account.oidc.issuer", provider::issuer);
        settings.add("lajur.account.oidc.client-id", () -> RegencyProvider.CLIENT);
        settings.add("lajur.account.oidc.client-secret", () -> RegencyProvider.SECRET);
    }

    @AfterAll
    static void theProviderGoes() {
        provider.isDown();
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Stage given;
    private Somebody browser;
    private Browser atTheProvider;

    @BeforeEach
    void aBrowserAtBothSites() {
        given = Stage.at(port);
        browser = given.stranger();
        atTheProvider = new Browser(provider.base());
    }

    private void theProviderIsUp() {
        provider.isUp(browser.base);
    }

    @Test
    @Order(1)
    void aProviderThatIsDownAtTheStartKeepsNobodyFromThePassword() {
        var page = browser.get("/masuk").is(200);
        assertThat(page.html().select("a[href=" + WAY_THERE + "]").text()).isEqualTo("Masuk dengan SSO Kabupaten");

        turnedAway(browser.get(WAY_THERE), "SSO Kabupaten sedang tidak dapat dihubungi");

        browser.signsIn("admin", Stage.PASSWORD);
        browser.get("/pengaduan").is(200);
    }

    @Test
    void whoIsBoundByNameIsKnownByTheSubjectFromThenOn() {
        theProviderIsUp();
        bind("petugas.dputr", "dewi");
        provider.knows("dewi", "s-dewi");

        comesBack("dewi").is(302).leadsTo("/");
        browser.get("/").is(302).leadsTo("/pengaduan");
        assertThat(browser.get("/pengaduan").is(200).words()).contains("Petugas DPUTR (contoh)");
        assertThat(logged("ACCOUNT_CHANGED")).contains("identity provider: dewi is subject s-dewi from now on");
        assertThat(logged("SIGNED_IN")).isEqualTo("IDENTITY_PROVIDER");

        // Renamed at the provider, she is still the same.
        provider.forgets("dewi");
        provider.knows("dewi.lestari", "s-dewi");
        aBrowserAtBothSites();
        comesBack("dewi.lestari").is(302).leadsTo("/");
        browser.get("/pengaduan").is(200);

        // Somebody else who is given her old name is nobody.
        provider.knows("dewi", "s-lain");
        aBrowserAtBothSites();
        turnedAway(comesBack("dewi"), NOT_CONNECTED);
        browser.get("/pengaduan").is(302).leadsTo("/masuk");
        assertThat(logged("SIGN_IN_FAILED")).isEqualTo("IDENTITY_PROVIDER: NOT_CONNECTED");
        assertThat(lastWho("SIGN_IN_FAILED")).isEqualTo("dewi");
    }

    @Test
    void nobodysAccountOneThatIsOffAndAStrangersNameLookTheSame() {
        theProviderIsUp();
        provider.knows("joko", "s-joko");
        turnedAway(comesBack("joko"), NOT_CONNECTED);

        bind("petugas.disdukcapil", "rina");
        provider.knows("rina", "s-rina");
        switchOn("petugas.disdukcapil", false);
        aBrowserAtBothSites();
        turnedAway(comesBack("rina"), NOT_CONNECTED);
        assertThat(subjectOf("petugas.disdukcapil"))
                .as("who is off is not bound")
                .isNull();

        switchOn("petugas.disdukcapil", true);
        aBrowserAtBothSites();
        comesBack("rina").is(302).leadsTo("/");
        browser.get("/pengaduan").is(200);

        // Off again, as somebody who is known already; the session ends at once.
        switchOn("petugas.disdukcapil", false);
        aBrowserAtBothSites();
        turnedAway(comesBack("rina"), NOT_CONNECTED);
        switchOn("petugas.disdukcapil", true);
        bind("petugas.disdukcapil", "");
    }

    @Test
    void lettersCountInANameSoThatNobodyTakesWhatOnlyLooksTheSame() {
        theProviderIsUp();
        bind("petugas.disdukcapil", "Rudi");
        provider.knows("rudi", "s-rudi");

        turnedAway(comesBack("rudi"), NOT_CONNECTED);
        bind("petugas.disdukcapil", "");
    }

    @Test
    void aNameOfControlCharactersOrWithoutEndIsNobodys() {
        theProviderIsUp();
        provider.knows("nul", new RegencyProvider.Person("s-\0", "a\0b", null, false, List.of()));
        turnedAway(comesBack("nul"), NOT_CONNECTED);

        provider.knows("panjang", new RegencyProvider.Person("s".repeat(300), "x".repeat(300), null, false, List.of()));
        aBrowserAtBothSites();
        turnedAway(comesBack("panjang"), NOT_CONNECTED);
    }

    @Test
    void thePageThatWasAskedForAndWhatWasTypedAreThereAfterwards() {
        theProviderIsUp();
        bind("admin", "sari");
        provider.knows("sari", "s-sari");

        browser.get("/pengaduan?status=RECEIVED").is(302).leadsTo("/masuk");
        assertThat(comesBack("sari").is(302).location()).startsWith("/pengaduan?status=RECEIVED");

        aBrowserAtBothSites();
        var it = given.aNotificationHasArrived();
        browser.post(it.path() + "/penerusan", "utama", "dputr", "catatan", "Mohon hari ini")
                .is(302)
                .leadsTo("/masuk");
        comesBack("sari").is(302).leadsTo(it.path());
        assertThat(browser.get(it.path()).is(200).typed("penerusan", "catatan")).isEqualTo("Mohon hari ini");
    }

    @Test
    void theSessionHoldsTheAccountAndNoToken() {
        theProviderIsUp();
        bind("pimpinan", "yudi");
        provider.knows("yudi", "s-yudi");
        comesBack("yudi").is(302);

        var kept = jdbc.sql("""
                        select attribute_bytes from spring_session_attributes a
                        join spring_session s on s.primary_id = a.session_primary_id
                        where s.principal_name = 'pimpinan'""")
                .query((row, at) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .list();
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(bytes -> assertThat(bytes).doesNotContain("eyJ", "oauth2", "Oidc", "{bcrypt}"));
        assertThat(jdbc.sql("select max_inactive_interval from spring_session where principal_name = 'pimpinan'")
                        .query(Integer.class)
                        .list())
                .containsOnly(7200);
        assertThat(browser.post("/keluar").is(302).location()).isEqualTo("/masuk?keluar");
        browser.get("/dasbor").is(302);
    }

    @Test
    void aSignInWithMoreThanAPasswordIsKnownAsThat() {
        theProviderIsUp();
        bind("pimpinan", "yudi");
        provider.knows("yudi", "s-yudi", "pwd", "otp");
        comesBack("yudi").is(302);

        assertThat(logged("SIGNED_IN")).isEqualTo("IDENTITY_PROVIDER_TWO_FACTOR");
    }

    @Test
    void theFilterWritesNobodyIntoTheSession(@Autowired FilterChainProxy chains) {
        assertThat(DoorFilters.keeping(chains))
                .contains("OAuth2LoginAuthenticationFilter in a RequestAttributeSecurityContextRepository");
    }

    @Test
    void whoseFormerAccountIsOffIsNotConnectedToTheNextOne() {
        theProviderIsUp();
        bind("petugas.atr-bpn", "budi");
        provider.knows("budi", "s-budi");
        comesBack("budi").is(302).leadsTo("/");
        jdbc.sql("update account set active = false, oidc_name = 'dulu' where username = 'petugas.atr-bpn'")
                .update();
        bind("pimpinan", "budi");

        aBrowserAtBothSites();
        turnedAway(comesBack("budi"), NOT_CONNECTED);
        jdbc.sql("update account set active = true where username = 'petugas.atr-bpn'")
                .update();
        bind("petugas.atr-bpn", "");
        bind("pimpinan", "");
    }

    @Test
    void whatAnybodyCanBringAboutIsNotWrittenIntoTheLog() {
        theProviderIsUp();
        var before = entries();
        for (var made : List.of("error=apa_saja", "error=access_denied", "code=karangan")) {
            var state = browser.get(WAY_THERE).location().replaceFirst(".*[?&](state=[^&]+).*", "$1");
            browser.get("/login/oauth2/code/oidc?" + made + "&" + state).is(302);
        }

        assertThat(entries()).isEqualTo(before);
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit_entry where deed = 'SIGN_IN_FAILED'")
                .query(Long.class)
                .single();
    }

    @Test
    void whoWasTurnedAwayAndUsesThePasswordStaysAsLongAsAnybody() {
        theProviderIsUp();
        browser.get(WAY_THERE).is(302);
        browser.signsIn("pimpinan", Stage.PASSWORD);

        assertThat(jdbc.sql("select max_inactive_interval from spring_session where principal_name = 'pimpinan'"
                                + " order by creation_time desc limit 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(7200);
    }

    @Test
    void theRequestCarriesStateNonceAndProofKeyAndTheAddressOfTheProxy() {
        theProviderIsUp();
        var asked = browser.get(WAY_THERE).is(302).header("Location");
        assertThat(asked)
                .startsWith(provider.issuer() + "/oauth2/authorize?")
                .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256", "scope=openid%20profile")
                .contains("redirect_uri=" + browser.base + "/login/oauth2/code/oidc");

        var behindTheProxy = given.stranger()
                .get(WAY_THERE, "X-Forwarded-Proto", "https")
                .is(302)
                .header("Location");
        assertThat(behindTheProxy).contains("redirect_uri=https://127.0.0.1");
    }

    @Test
    void whatWasTamperedWithLetsNobodyIn() {
        theProviderIsUp();
        bind("admin", "sari");
        provider.knows("sari", "s-sari");

        // Another nonce than Lajur's.
        var asked = browser.get(WAY_THERE).is(302).location();
        var answered = signsInAtTheProvider(asked.replaceFirst("nonce=[^&]+", "nonce=lain"), "sari");
        turnedAway(browser.get(answered), "tidak dikenal atau sudah kedaluwarsa");
        assertThat(logged("SIGN_IN_FAILED")).isEqualTo("IDENTITY_PROVIDER: invalid_nonce");

        // Another state.
        aBrowserAtBothSites();
        answered = signsInAtTheProvider(browser.get(WAY_THERE).location(), "sari");
        turnedAway(browser.get(answered.replaceFirst("state=[^&]+", "state=lain")), "tidak dikenal");

        // The answer to somebody else's question, in a browser that asked nothing, or its own.
        aBrowserAtBothSites();
        answered = signsInAtTheProvider(browser.get(WAY_THERE).location(), "sari");
        turnedAway(given.stranger().get(answered), "tidak dikenal");
        var other = given.stranger();
        var ownState = other.get(WAY_THERE).location().replaceFirst(".*[?&](state=[^&]+).*", "$1");
        turnedAway(other.get(answered.replaceFirst("state=[^&]+", ownState)), "tidak dikenal");
        other.get("/pengaduan").is(302).leadsTo("/masuk");

        // Once is enough.
        browser.get(answered).is(302).leadsTo("/");
        turnedAway(browser.get(answered), "tidak dikenal");
        browser.get("/pengaduan").is(200);
    }

    @Test
    void whoSaysNoOrFollowsAnOldLinkIsToldSo() {
        theProviderIsUp();
        var state = browser.get(WAY_THERE).location().replaceFirst(".*[?&](state=[^&]+).*", "$1");
        turnedAway(browser.get("/login/oauth2/code/oidc?error=access_denied&" + state), "dibatalkan");

        state = browser.get(WAY_THERE).location().replaceFirst(".*[?&](state=[^&]+).*", "$1");
        turnedAway(
                browser.get("/login/oauth2/code/oidc?error=%3Cscript%3E&error_description=%0d%0a&" + state),
                "tidak dikenal");
        for (var query : new String[] {"", "?code=x", "?state=x", "?code=x&state=x", "?error=server_error&state=x"}) {
            turnedAway(given.stranger().get("/login/oauth2/code/oidc" + query), "tidak dikenal");
        }
        browser.get("/oauth2/authorization/lain").is(302).leadsTo("/masuk");
        browser.get("/login/oauth2/code/lain?code=x&state=x").is(302).leadsTo("/masuk");
        browser.get("/masuk?penyedia=lain").is(200).doesNotSay("Masuk lewat SSO Kabupaten");
    }

    @Test
    void aProviderThatGoesDownLaterIsSaidAndComesBackWithNewKeys() {
        theProviderIsUp();
        bind("admin", "sari");
        provider.knows("sari", "s-sari");
        var answered = signsInAtTheProvider(browser.get(WAY_THERE).location(), "sari");

        provider.isDown();
        turnedAway(browser.get(answered), "sedang tidak dapat dihubungi");

        theProviderIsUp();
        aBrowserAtBothSites();
        comesBack("sari").is(302).leadsTo("/");
        browser.get("/pengaduan").is(200);
    }

    @Test
    void aNameIsOneAccountsAndToTakeItAwayEndsTheSession() {
        theProviderIsUp();
        bind("petugas.atr-bpn", "tono");
        provider.knows("tono", "s-tono");
        comesBack("tono").is(302);
        browser.get("/pengaduan").is(200);

        given.systemAdmin()
                .post("/akun/" + idOf("pimpinan") + "/penyedia", "nama", "TONO")
                .is(422)
                .says("sudah dipakai akun lain");
        given.systemAdmin()
                .post("/akun/" + idOf("pimpinan") + "/penyedia", "nama", "x".repeat(201))
                .is(422);
        given.systemAdmin().get("/akun").is(200).says("Terhubung dengan tono");

        bind("petugas.atr-bpn", "");
        assertThat(logged("ACCOUNT_CHANGED")).isEqualTo("identity provider: nobody");
        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = 'petugas.atr-bpn'")
                        .query(Long.class)
                        .single())
                .isZero();
        aBrowserAtBothSites();
        turnedAway(comesBack("tono"), NOT_CONNECTED);
    }

    @Test
    void aRealBrowserFollowsTheLinkAndComesBackSignedIn() {
        try (var chromium = Chromium.start()) {
            theProviderIsUp();
            bind("admin", "sari");
            provider.knows("sari", "s-sari");
            var complaints = new ArrayList<String>();
            var page = chromium.browser().newPage();
            page.onConsoleMessage(said -> complaints.add(said.text()));
            page.setViewportSize(360, 740);

            page.navigate(browser.base + "/pengaduan?status=RECEIVED");
            assertThat(page.url()).isEqualTo(browser.base + "/masuk");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            page.getByRole(
                            AriaRole.LINK,
                            new com.microsoft.playwright.Page.GetByRoleOptions().setName("Masuk dengan SSO Kabupaten"))
                    .click();
            page.waitForURL(url -> url.startsWith(provider.issuer() + "/login"));
            page.locator("input[name=username]").fill("sari");
            page.locator("input[name=password]").fill(RegencyProvider.PASSWORD);
            page.locator("button[type=submit]").click();

            page.waitForURL(url -> url.startsWith(browser.base + "/pengaduan?status=RECEIVED"));
            assertThat(page.content()).contains("Admin Kabupaten (contoh)");
            assertThat(complaints)
                    .filteredOn(said -> said.contains("Content Security Policy"))
                    .isEmpty();

            var keeper = chromium.browser().newPage();
            keeper.setViewportSize(360, 740);
            keeper.navigate(browser.base + "/masuk");
            keeper.locator("input[name=username]").fill("sistem");
            keeper.locator("input[name=password]").fill(Stage.PASSWORD);
            keeper.locator("main button[type=submit]").click();
            keeper.waitForURL(browser.base + "/akun");
            keeper.getByText("Kelola").first().click();
            assertThat(keeper.getByText("Nama di SSO Kabupaten").first().isVisible())
                    .isTrue();
            assertThat(keeper.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            assertNothingFoundOn(keeper);
        }
    }

    private static void assertNothingFoundOn(com.microsoft.playwright.Page page) {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .extracting(Rule::getId, Rule::getHelp)
                .isEmpty();
    }

    /** The whole way: to the provider, its own sign-in, and back to Lajur. */
    private Page comesBack(String name) {
        return browser.get(signsInAtTheProvider(browser.get(WAY_THERE).is(302).location(), name));
    }

    private String signsInAtTheProvider(String asked, String name) {
        atTheProvider = new Browser(provider.base());
        atTheProvider.get(asked).is(302).leadsTo("/login");
        var token = atTheProvider
                .get("/login")
                .is(200)
                .html()
                .select("input[name=_csrf]")
                .val();
        var goOn = atTheProvider.postWithout(
                "/login", "username", name, "password", RegencyProvider.PASSWORD, "_csrf", token);
        return atTheProvider.get(goOn.is(302).location()).is(302).location();
    }

    private void turnedAway(Page answer, String sentence) {
        var at = answer.is(302).location();
        assertThat(at).startsWith("/masuk?penyedia=");
        given.stranger().get(at).is(200).says(sentence).doesNotSay("Exception", "springframework");
    }

    private void bind(String username, String name) {
        given.systemAdmin()
                .post("/akun/" + idOf(username) + "/penyedia", "nama", name)
                .is(303)
                .leadsTo("/akun");
    }

    private void switchOn(String username, boolean on) {
        given.systemAdmin()
                .post("/akun/" + idOf(username) + "/keaktifan", "aktif", String.valueOf(on))
                .is(303);
    }

    private long idOf(String username) {
        return jdbc.sql("select id from account where username = ?")
                .params(username)
                .query(Long.class)
                .single();
    }

    private String subjectOf(String username) {
        return jdbc.sql("select oidc_subject from account where username = ?")
                .params(username)
                .query((row, at) -> row.getString(1))
                .list()
                .get(0);
    }

    private String logged(String deed) {
        return newest(deed, "detail");
    }

    private String lastWho(String deed) {
        return newest(deed, "who");
    }

    private String newest(String deed, String column) {
        return jdbc.sql("select " + column + " from audit_entry where deed = ? order by id desc limit 1")
                .params(deed)
                .query(String.class)
                .single();
    }
}
