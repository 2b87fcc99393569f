package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.go.cirebonkab.lajur.account.Rights;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.context.TestPropertySource;

/** As it is in an office: those of the desk and of the system must have a second factor, others may. */
@TestPropertySource(properties = {"lajur.account.second-factor=ADMINS", "lajur.account.invitation=48h"})
class SecondFactorTests extends Journey {

    private static final String PAGE = "/akun/saya/faktor-kedua";

    @Autowired
    private JdbcClient jdbc;

    private Newcomers newcomers;

    private record Owner(String username, Somebody browser, Telephone telephone, List<String> recoveryCodes) {}

    @BeforeEach
    void newcomers() {
        newcomers = new Newcomers(jdbc);
    }

    /** Else a fault between the password and the code would leave a whole session behind. */
    @Test
    void noFilterWritesWhoItIsIntoTheSession(@Autowired FilterChainProxy chains) {
        assertThat(DoorFilters.keeping(chains))
                .containsExactlyInAnyOrder(
                        "UsernamePasswordAuthenticationFilter in a RequestAttributeSecurityContextRepository",
                        "WebAuthnAuthenticationFilter in a RequestAttributeSecurityContextRepository");
    }

    @Test
    void whoMustHaveOneSetsItUpAndIsAskedForItFromThenOn() {
        var username = newcomers.as("DISTRICT_ADMIN");
        var first = given.stranger();
        first.triesToSignIn(username, Stage.PASSWORD).is(302).leadsTo("/masuk/faktor-kedua");
        var session = first.jar().get(Browser.SESSION);
        var page = first.get("/masuk/faktor-kedua").is(200);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.html().select("img.qr").attr("src")).startsWith("data:image/svg+xml;base64,");
        var telephone = Telephone.reading(page.html());

        first.post("/masuk/faktor-kedua", "kode", "000000").is(422).says("Kode itu salah");
        first.get("/pengaduan").is(302).leadsTo("/masuk/faktor-kedua");
        var codes = first.post("/masuk/faktor-kedua", "kode", telephone.code()).is(200);

        assertThat(codes.header("Cache-Control")).contains("no-store");
        assertThat(codes.html().select(".recovery-codes code")).hasSize(10);
        assertThat(first.jar().get(Browser.SESSION)).isNotEqualTo(session);
        first.get(codes.html().select("main a.btn").attr("href")).is(302).leadsTo("/");
        first.get("/pengaduan").is(200);
        assertThat(newcomers.logged(username))
                .contains("ACCOUNT_CHANGED faktor kedua dipasang", "SIGNED_IN PASSWORD, SET_UP");

        var second = given.stranger();
        second.triesToSignIn(username, Stage.PASSWORD).is(302).leadsTo("/masuk/kode");
        second.post("/masuk/kode", "kode", "000000").is(422).says("Kode itu salah");
        second.get("/pengaduan").is(302).leadsTo("/masuk/kode");
        session = second.jar().get(Browser.SESSION);
        second.post("/masuk/kode", "kode", telephone.nextCode()).is(302);
        assertThat(second.jar().get(Browser.SESSION)).isNotEqualTo(session);
        second.get("/pengaduan").is(200);
        assertThat(newcomers.logged(username)).contains("SIGN_IN_FAILED WRONG", "SIGNED_IN PASSWORD, RIGHT");
    }

    @Test
    void whoIsHalfSignedInReachesNothing() {
        var half = given.stranger();
        half.triesToSignIn(newcomers.as("SYSTEM_ADMIN"), Stage.PASSWORD);
        assertReachesNothing(half, "/masuk/faktor-kedua");

        var owner = anOwner("SYSTEM_ADMIN");
        var other = halfSignedIn(owner);
        assertReachesNothing(other, "/masuk/kode");
        other.get("/tidak-ada").is(302).leadsTo("/masuk/kode");
        other.get("/simulasi/lapor").is(302).leadsTo("/masuk/kode");
        other.get("/masuk/faktor-kedua").is(302).leadsTo("/masuk/kode");
        other.post("/masuk/faktor-kedua", "kode", owner.telephone().nextCode())
                .is(302)
                .leadsTo("/masuk/kode");
        assertThat(other.get("/transparansi").is(200).html().select(".who")).isEmpty();
    }

    private static void assertReachesNothing(Somebody half, String step) {
        var closed = Rights.byPath().stream()
                .filter(line -> !line.open() && !line.path().equals("/keluar"))
                .toList();
        assertThat(closed).hasSizeGreaterThan(80);
        for (var line : closed) {
            var path = line.path().replaceAll("\\{[^}]+}", "1");
            var answer = line.method().equals("GET") ? half.get(path) : half.post(path);
            assertThat(answer.status()).as("%s %s", line.method(), path).isEqualTo(302);
            assertThat(answer.location()).as("%s %s", line.method(), path).isEqualTo(step);
        }
    }

    @Test
    void whatWasTypedBeforeTheSignInIsThereAfterBothSteps() {
        var owner = anOwner("DISTRICT_ADMIN");
        var it = given.aNotificationHasArrived();
        var late = given.stranger();
        late.post(it.path("penerusan"), "catatan", "Mohon hari ini juga.")
                .is(302)
                .leadsTo("/masuk");
        late.triesToSignIn(owner.username(), Stage.PASSWORD).is(302).leadsTo("/masuk/kode");
        late.post("/masuk/kode", "kode", owner.telephone().nextCode()).is(302).leadsTo(it.path());

        late.get(it.path()).is(200).says("Mohon hari ini juga.");
    }

    @Test
    void afterFiveWrongCodesThePasswordIsAskedForAgain() {
        var owner = anOwner("SUPERVISOR");
        var half = halfSignedIn(owner);
        for (var time = 0; time < 5; time++) {
            half.post("/masuk/kode", "kode", "000000").is(422);
        }

        half.post("/masuk/kode", "kode", owner.telephone().nextCode()).is(303).leadsTo("/masuk?kode");
        half.get("/masuk?kode").is(200).says("terlalu sering");
        half.get("/dasbor").is(302).leadsTo("/masuk");

        var again = halfSignedIn(owner);
        for (var time = 0; time < 5; time++) {
            again.post("/masuk/kode", "kode", "aaaa-bbbb-cccc").is(422);
        }
        halfSignedIn(owner)
                .post("/masuk/kode", "kode", owner.telephone().nextCode())
                .is(422)
                .says("tunggu satu jam");
        assertThat(newcomers.logged(owner.username()))
                .contains("SIGN_IN_FAILED WRONG", "SIGN_IN_FAILED SIGN_IN_AGAIN")
                .doesNotContain("SIGN_IN_FAILED WAIT");
        owner.browser().post(PAGE + "/kode-pemulihan", "sandi", Stage.PASSWORD).is(422);
        assertThat(newcomers.logged(owner.username())).doesNotContain("SIGN_IN_FAILED WAIT");
    }

    @Test
    void aRecoveryCodeSignsInOnce() {
        var owner = anOwner("SUPERVISOR");
        var code = owner.recoveryCodes().get(4);
        halfSignedIn(owner).post("/masuk/kode", "kode", code).is(302);
        halfSignedIn(owner).post("/masuk/kode", "kode", code).is(422);
        owner.browser().get(PAGE).is(200).says("belum dipakai: 9");
    }

    @Test
    void onePutsAStopToASignInHalfway() {
        var half = halfSignedIn(anOwner("SUPERVISOR"));
        half.post("/keluar").is(302).leadsTo("/masuk?keluar");
        half.get("/masuk/kode").is(302).leadsTo("/masuk");
    }

    @Test
    void anAccountThatIsSwitchedOffMeanwhileDoesNotComeIn() {
        var owner = anOwner("SUPERVISOR");
        var half = halfSignedIn(owner);
        newcomers.isSwitchedOff(owner.username());

        half.post("/masuk/kode", "kode", owner.telephone().nextCode()).is(303).leadsTo("/masuk");
        half.get("/dasbor").is(302).leadsTo("/masuk");
    }

    @Test
    void whoMayHaveOneSwitchesItOnAndOffAndProvesItEachTime() {
        var owner = anOwner("SUPERVISOR");
        var it = owner.browser();
        it.post(PAGE + "/kode-pemulihan").is(422).says("belum ada yang diubah");
        it.post(PAGE + "/kode-pemulihan", "sandi", "salah").is(422);
        var fresh = it.post(PAGE + "/kode-pemulihan", "sandi", Stage.PASSWORD).is(200);
        assertThat(fresh.html().select(".recovery-codes code").eachText())
                .hasSize(10)
                .doesNotContainAnyElementsOf(owner.recoveryCodes());
        it.post(PAGE + "/penyiapan").is(422);
        it.post(PAGE + "/penonaktifan").is(422);
        it.post(PAGE + "/penonaktifan", "kode", owner.telephone().nextCode()).is(303);

        given.newly(owner.username()).get("/dasbor").is(200);
        assertThat(newcomers.logged(owner.username()))
                .contains("ACCOUNT_CHANGED kode pemulihan baru", "ACCOUNT_CHANGED faktor kedua dinonaktifkan");
    }

    @Test
    void whoMustHaveOneKeepsItOrMovesItToAnotherTelephone() {
        var owner = anOwner("DISTRICT_ADMIN");
        var it = owner.browser();
        it.post(PAGE + "/penonaktifan", "sandi", Stage.PASSWORD).is(422).says("wajib");
        it.post(PAGE + "/penyiapan", "sandi", Stage.PASSWORD).is(303);
        var another = Telephone.reading(it.get(PAGE).is(200).html());
        assertThat(another).isNotEqualTo(owner.telephone());
        it.post(PAGE, "kode", another.code()).is(200);

        var half = halfSignedIn(owner);
        half.post("/masuk/kode", "kode", owner.telephone().nextCode()).is(422);
        half.post("/masuk/kode", "kode", another.nextCode()).is(302);
    }

    @Test
    void whatWasLostIsTakenAwayByTheSystemAdministrator() {
        var owner = anOwner("SUPERVISOR");
        var keeper = anOwner("SYSTEM_ADMIN");
        var path = "/akun/" + newcomers.idOf(owner.username()) + "/faktor-kedua/penghapusan";
        keeper.browser().get("/akun").is(200).says("Hapus faktor kedua");
        keeper.browser()
                .post("/akun/" + newcomers.idOf(keeper.username()) + "/faktor-kedua/penghapusan")
                .is(403);

        keeper.browser().post(path).is(303).leadsTo("/akun");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> owner.browser().get("/dasbor").is(302).leadsTo("/masuk"));
        given.newly(owner.username()).get("/dasbor").is(200);
        keeper.browser().post(path).is(404);
        assertThat(newcomers.logged(owner.username())).contains("ACCOUNT_CHANGED faktor kedua dan kunci sandi dihapus");
    }

    @Test
    void thePasskeysAreTakenAwayWithItOrAlone() {
        var keeper = anOwner("SYSTEM_ADMIN").browser();
        var username = newcomers.as("SUPERVISOR");
        newcomers.hasAPasskey(username);
        var session = given.newly(username);
        var row = keeper.get("/akun").is(200).says("berlaku 48 jam").html().select("[data-username=" + username + "]");
        assertThat(row.text()).contains("Hapus faktor kedua dan kunci sandi");

        keeper.post(row.select("form[action$=/faktor-kedua/penghapusan]").attr("action"))
                .is(303);

        assertThat(newcomers.passkeys(username)).isZero();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> session.get("/dasbor").is(302).leadsTo("/masuk"));
        var owner = anOwner("SUPERVISOR");
        newcomers.hasAPasskey(owner.username());
        keeper.post("/akun/" + newcomers.idOf(owner.username()) + "/faktor-kedua/penghapusan")
                .is(303);
        assertThat(newcomers.passkeys(owner.username())).isZero();
        given.newly(owner.username()).get("/dasbor").is(200);
    }

    /** He or she is told nothing of what the owner is setting up just now. */
    @Test
    void whoHasOnlyThePasswordSeesNotTheSecretThatTheOwnerSetsUp() {
        var username = newcomers.as("SYSTEM_ADMIN");
        var thief = given.stranger();
        thief.triesToSignIn(username, Stage.PASSWORD).is(302).leadsTo("/masuk/faktor-kedua");
        var owner = given.stranger();
        owner.triesToSignIn(username, Stage.PASSWORD).is(302).leadsTo("/masuk/faktor-kedua");
        var telephone = Telephone.reading(owner.get("/masuk/faktor-kedua").html());

        assertThat(thief.get("/masuk/faktor-kedua").is(200).html().select("img.qr"))
                .isEmpty();
        thief.post("/masuk/faktor-kedua", "kode", telephone.code()).is(422);
        owner.post("/masuk/faktor-kedua", "kode", telephone.code()).is(200);

        owner.post(PAGE + "/penyiapan", "sandi", Stage.PASSWORD).is(303);
        assertThat(owner.get(PAGE).is(200).html().select("img.qr")).hasSize(1);
        thief.get("/masuk/faktor-kedua").is(303).leadsTo("/masuk");
        thief.get("/masuk/faktor-kedua").is(302).leadsTo("/masuk");
    }

    /** Somebody who has set one up, and is signed in. */
    private Owner anOwner(String role) {
        var username = newcomers.as(role);
        var it = given.stranger();
        var page = PAGE;
        if (it.triesToSignIn(username, Stage.PASSWORD).is(302).location().equals("/masuk/faktor-kedua")) {
            page = "/masuk/faktor-kedua";
        } else {
            it.post(PAGE + "/penyiapan").is(303);
        }
        var telephone = Telephone.reading(it.get(page).is(200).html());
        var codes = it.post(page, "kode", telephone.code())
                .is(200)
                .html()
                .select(".recovery-codes code")
                .eachText();
        return new Owner(username, it, telephone, codes);
    }

    private Somebody halfSignedIn(Owner owner) {
        var half = given.stranger();
        half.triesToSignIn(owner.username(), Stage.PASSWORD).is(302).leadsTo("/masuk/kode");
        return half;
    }
}
