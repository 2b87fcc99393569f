package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.go.cirebonkab.lajur.shared.Sha256;
import id.go.cirebonkab.lajur.support.Together;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** How people come in, how they prove who they are, and how nobody else does. */
class AccountsTests extends Journey {

    private static final String OFFICER = "petugas.dputr";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoTriesAnothersNameLocksTheOwnerOutOfNothing() {
        var owner = given.newly(OFFICER);
        owner.signsOut();

        for (var time = 0; time < 5; time++) {
            when.stranger().triesToSignIn(OFFICER, "salah-" + time).is(302).leadsTo("/masuk?gagal");
        }

        var refused = then.stranger().triesToSignIn(OFFICER, Stage.PASSWORD).is(429);
        refused.says("Terlalu banyak percobaan", "Tunggu 1 menit");
        assertThat(refused.html().select("#username").val()).isEqualTo(OFFICER);
        assertThat(refused.html().select("#password").hasAttr("value")).isFalse();
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 60L);
        then.stranger().triesToSignIn("PETUGAS.DPUTR ", Stage.PASSWORD).is(429);

        owner.triesToSignIn(OFFICER, "salah-ketik").is(302).leadsTo("/masuk?gagal");
        owner.signsIn(OFFICER, Stage.PASSWORD);
        owner.get("/pengaduan").is(200);
    }

    @Test
    void aNameIsTheSameNameHoweverItIsDressedUp() {
        for (var dressed :
                List.of("\u0001" + OFFICER, OFFICER + "\u0008", " " + OFFICER, OFFICER, "\u000e" + OFFICER)) {
            when.stranger().triesToSignIn(dressed, "salah").is(302).leadsTo("/masuk?gagal");
        }

        then.stranger().triesToSignIn("\u0001" + OFFICER, Stage.PASSWORD).is(429);
    }

    /** As a sign-in ends up that was under way while the account was switched off, or its sessions were ended. */
    @Test
    void aSessionByWhatWasProvedBeforeIsNone() {
        var username = new Newcomers(jdbc).as("SUPERVISOR");
        var late = given.stranger();
        late.signsIn(username, Stage.PASSWORD);
        late.get("/dasbor").is(200);
        jdbc.sql("update account set sessions_from = created_at + interval '100 years' where username = ?")
                .params(username)
                .update();
        aMinuteGoesBy(username);
        await().untilAsserted(() -> late.get("/dasbor").is(302).leadsTo("/masuk"));

        jdbc.sql("update account set sessions_from = null where username = ?")
                .params(username)
                .update();
        late.signsIn(username, Stage.PASSWORD);
        new Newcomers(jdbc).isSwitchedOff(username);
        aMinuteGoesBy(username);
        await().untilAsserted(() -> late.get("/dasbor").is(302).leadsTo("/masuk"));
        assertThat(new Newcomers(jdbc).logged(username)).contains("SESSION_ENDED called off");
    }

    private void aMinuteGoesBy(String username) {
        jdbc.sql("update spring_session set last_access_time = last_access_time - 61000 where principal_name = ?")
                .params(username)
                .update();
    }

    @Test
    void aKnownBrowserHasABudgetOfItsOwnWhichEndsToo() {
        var owner = given.newly(OFFICER);
        owner.signsOut();

        for (var time = 0; time < 10; time++) {
            owner.triesToSignIn(OFFICER, "salah").is(302).leadsTo("/masuk?gagal");
        }

        owner.triesToSignIn(OFFICER, Stage.PASSWORD).is(429);
        then.newly(OFFICER).get("/pengaduan").is(200);
    }

    @Test
    void theCookieOfOneAccountOpensNothingAtAnother() {
        var somebody = given.newly("petugas.disdukcapil");
        assertThat(somebody.has("LAJUR_KENAL")).isTrue();
        somebody.signsOut();

        for (var time = 0; time < 5; time++) {
            somebody.triesToSignIn(OFFICER, "salah").is(302);
        }

        somebody.triesToSignIn(OFFICER, "salah").is(429);
        somebody.signsIn("petugas.disdukcapil", Stage.PASSWORD);
    }

    @Test
    void theCookieChangesWithEachSignInAndOnlyItsHashIsKept() {
        var owner = given.newly(OFFICER);
        var first = owner.jar().get("LAJUR_KENAL");
        owner.signsOut();

        owner.signsIn(OFFICER, Stage.PASSWORD);

        var second = owner.jar().get("LAJUR_KENAL");
        assertThat(second).isNotEqualTo(first).hasSize(43);
        assertThat(jdbc.sql("select count(*) from known_browser where token_hash in (:tokens)")
                        .param("tokens", List.of(first, second))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anAddressThatTriesManyNamesIsRefusedToo() {
        var owner = given.newly(OFFICER);
        owner.signsOut();

        for (var time = 0; time < 30; time++) {
            when.stranger().triesToSignIn("nama" + time, "salah").is(302);
        }

        then.stranger().triesToSignIn("nama30", "salah").is(429);
        owner.signsIn(OFFICER, Stage.PASSWORD);
    }

    @Test
    void aFailureIsWrittenDownWithoutThePasswordAndARefusedTryIsNot() {
        var name = "tidak-ada-" + Case.newNumber();
        when.stranger()
                .triesToSignIn(name + "\r\n\u202e" + "x".repeat(90), "rahasia-ketikan")
                .is(302);
        for (var time = 0; time < 8; time++) {
            when.stranger().triesToSignIn(name, "rahasia-ketikan");
        }

        var entries = jdbc.sql("select who, deed, kind, detail from audit_entry where who like ? order by id")
                .params(name + "%")
                .query()
                .listOfRows();
        assertThat(entries)
                .hasSize(6)
                .allSatisfy(entry -> assertThat(entry)
                        .containsEntry("deed", "SIGN_IN_FAILED")
                        .containsEntry("kind", "account")
                        .containsEntry("detail", "PASSWORD"));
        assertThat((String) entries.get(0).get("who")).hasSize(60).startsWith(name + " xxx");
        assertThat(jdbc.sql("select count(*) from audit_entry e where e::text like '%rahasia-ketikan%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void wrongUnknownAndSwitchedOffLookTheSameAndTakeTheSameTime() {
        jdbc.sql("insert into account (username, display_name, password_hash, role, active, created_at)"
                        + " select 'dimatikan', 'Dimatikan', password_hash, 'SUPERVISOR', false, created_at"
                        + " from account where username = 'pimpinan' on conflict do nothing")
                .update();
        var names = List.of("pimpinan", "tidak-ada", "dimatikan");
        var passwords = List.of("salah", "salah", Stage.PASSWORD);
        var times = new long[names.size()][40];
        var bodies = new String[names.size()];
        for (var round = 0; round < times[0].length; round++) {
            for (var who = 0; who < names.size(); who++) {
                everythingIsForgiven();
                var stranger = given.stranger();
                stranger.csrf();
                var start = System.nanoTime();
                var answer = stranger.triesToSignIn(names.get(who), passwords.get(who));
                times[who][round] = System.nanoTime() - start;
                answer.is(302).leadsTo("/masuk?gagal");
                bodies[who] =
                        answer.body() + stranger.get("/masuk?gagal").body().replaceAll("value=\"[^\"]+\"", "");
            }
        }

        assertThat(bodies[1]).isEqualTo(bodies[0]).isEqualTo(bodies[2]);
        for (var who = 1; who < names.size(); who++) {
            assertThat((double) median(times[who]) / median(times[0]))
                    .as("time for %s against a wrong password", names.get(who))
                    .isBetween(0.5, 2.0);
        }
    }

    // -- passwords and links

    @Test
    void aNewAccountIsInvitedByMailAndItsOwnerSetsThePassword() {
        var username = "baru." + Case.newNumber();
        var address = username + "@lajur.example";
        when.systemAdmin()
                .post("/akun", "username", username, "nama", "Ibu Baru", "peran", "SUPERVISOR", "surel", address)
                .is(303);
        assertThat(account(username).text()).contains("belum punya kata sandi");
        when.stranger().triesToSignIn(username, "").is(302).leadsTo("/masuk?gagal");

        var mail = mailsTo(address, 1).get(0);

        assertThat(mail.text()).contains("Yth. Ibu Baru", "berlaku satu kali");
        var link = linkIn(mail);
        assertThat(link).matches("/sandi[?]kunci=[A-Za-z0-9_-]{43}");
        assertThat(everythingStored()).doesNotContain(link.replaceFirst(".*=", ""));
        var row = jdbc.sql("select state, sealed_link, key_id from notice where address = ?")
                .params(address)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("state", "SENT")
                .containsEntry("sealed_link", null)
                .containsEntry("key_id", null);
        then.admin()
                .get("/pemberitahuan")
                .is(200)
                .says("Undangan akun", address)
                .doesNotSay("kunci=");

        var owner = given.stranger();
        owner.get(link).is(200).says("Ibu Baru");
        owner.get(link).is(200);
        sets(owner, link, "terlalu").is(422).says("paling sedikit 12 karakter");
        sets(owner, link, username + "-2026").is(422).says("mudah ditebak");
        sets(owner, link, Stage.OWN_PASSWORD).is(303).leadsTo("/masuk?sandi");
        sets(given.stranger(), link, "orang lain menebak 99").is(404).says("Tautan ini tidak berlaku lagi");
        given.stranger().get(link).is(404);
        assertThat(account(username).text()).doesNotContain("belum punya kata sandi");
        owner.signsIn(username, Stage.OWN_PASSWORD);
        owner.get("/dasbor").is(200);
        assertThat(deeds(username))
                .contains("created " + username + " SUPERVISOR", "link INVITATION", "password by INVITATION");
    }

    @Test
    void twoWhoClickAtOnceGetOneWinner() throws Exception {
        var link = handOver(newAccount());

        var answers = Together.all(
                () -> sets(given.stranger(), link, Stage.OWN_PASSWORD).status(),
                () -> sets(given.stranger(), link, "jendela biru kemarau 8").status(),
                () -> sets(given.stranger(), link, "sepatu lontar gerimis 5").status());

        assertThat(answers).containsExactlyInAnyOrder(303, 404, 404);
    }

    @Test
    void aNewerLinkVoidsTheOlderAndALateOneIsGone() {
        var username = newAccount();
        var first = handOver(username);
        var second = handOver(username);

        given.stranger().get(first).is(404);
        given.stranger().get(second).is(200);

        var late = Sha256.hex(second.replaceFirst(".*=", ""));
        jdbc.sql("delete from one_time_link where token_hash = ?").params(late).update();
        jdbc.sql(
                        "insert into one_time_link (token_hash, purpose, account_id, expires_at) values (?, 'INVITATION', ?, ?)")
                .params(late, id(username), Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .update();
        given.stranger().get(second).is(404).says("Minta tautan baru");
    }

    @Test
    void whoHasForgottenThePasswordGetsALinkAndNobodyLearnsWhoIsThere() {
        var username = newAccount();
        var address = username + "@lajur.example";
        when.systemAdmin().post(form(username, "surel"), "surel", address).is(303);
        sets(given.stranger(), handOverByMail(username, address), Stage.OWN_PASSWORD)
                .is(303);
        var session = given.stranger();
        session.signsIn(username, Stage.OWN_PASSWORD);

        var known = when.stranger().post("/masuk/lupa", "username", username.toUpperCase() + " ");
        var unknown = when.stranger().post("/masuk/lupa", "username", "tidak-ada");

        assertThat(known.is(303).location())
                .isEqualTo(unknown.is(303).location())
                .isEqualTo("/masuk/lupa?terkirim");
        assertThat(known.body()).isEqualTo(unknown.body());
        var mail = mailsTo(address, 2).stream()
                .filter(one -> one.text().contains("permintaan kata sandi baru"))
                .findFirst()
                .orElseThrow();
        sets(given.stranger(), linkIn(mail), "jendela biru kemarau 8").is(303);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> session.get("/dasbor").is(302).leadsTo("/masuk"));
        then.stranger().triesToSignIn(username, Stage.OWN_PASSWORD).is(302).leadsTo("/masuk?gagal");
        then.stranger().signsIn(username, "jendela biru kemarau 8");
    }

    @Test
    void nobodyIsMailedMoreThanThreeTimesAnHour() {
        for (var time = 0; time < 6; time++) {
            when.stranger().post("/masuk/lupa", "username", "pimpinan").is(303).leadsTo("/masuk/lupa?terkirim");
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> resets("pimpinan") >= 3);
        when.stranger().post("/masuk/lupa", "username", "admin").is(303);
        await().atMost(Duration.ofSeconds(10)).until(() -> resets("admin") == 1);
        assertThat(resets("pimpinan")).isEqualTo(3);
    }

    @Test
    void whoIsSwitchedOffGetsNoLinkAndTheOldOneIsVoid() {
        var username = newAccount();
        var link = handOver(username);

        when.systemAdmin().post(form(username, "keaktifan"), "aktif", "false").is(303);

        given.stranger().get(link).is(404);
        var tautan = form(username, "keaktifan").replace("keaktifan", "tautan");
        when.systemAdmin().post(tautan).is(422).says("Aktifkan dahulu");
    }

    @Test
    void aWeakerHashIsMadeAnewAtTheSignIn() {
        var username = newAccount();
        sets(given.stranger(), handOver(username), Stage.OWN_PASSWORD).is(303);
        assertThat(hash(username)).startsWith("{bcrypt}$2a$05$");
        jdbc.sql("update account set password_hash = ? where username = ?")
                .params("{bcrypt}" + new BCryptPasswordEncoder(4).encode(Stage.OWN_PASSWORD), username)
                .update();

        given.stranger().signsIn(username, Stage.OWN_PASSWORD);

        assertThat(hash(username)).startsWith("{bcrypt}$2a$05$");
        given.stranger().signsIn(username, Stage.OWN_PASSWORD);
    }

    @Test
    void nobodyTypesAnothersPassword() {
        var id = id("pimpinan");

        when.systemAdmin()
                .post("/akun/" + id + "/sandi", "sandi", Stage.OWN_PASSWORD)
                .is(404);
        var username = "tanpa." + Case.newNumber();
        when.systemAdmin()
                .post("/akun", "username", username, "nama", "X", "peran", "SUPERVISOR", "sandi", Stage.OWN_PASSWORD);

        assertThat(hash(username)).isNull();
    }

    /** Who forgets a link and who sets a password with the last one want the account's row and its links. */
    @Test
    void settingAPasswordAndMakingALinkDoNotWaitForEachOther() throws Exception {
        var username = newAccount();
        var link = handOver(username);
        var id = id(username);
        var somebody = given.stranger();
        somebody.csrf();
        var setting = transaction.execute(status -> {
            jdbc.sql("select id from account where id = ? for update")
                    .params(id)
                    .query(Long.class)
                    .single();
            var answer = CompletableFuture.supplyAsync(
                    () -> sets(somebody, link, Stage.OWN_PASSWORD).status());
            await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaits);
            jdbc.sql("delete from one_time_link where account_id = ?")
                    .params(id)
                    .update();
            return answer;
        });

        assertThat(setting.get(30, TimeUnit.SECONDS)).isEqualTo(404);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void aNewPasswordByLinkTakesThePasskeysAwayAndOnesOwnChangeSaysThatTheyStay() {
        var newcomers = new Newcomers(jdbc);
        var username = newcomers.as("SUPERVISOR");
        newcomers.hasAPasskey(username);
        var here = given.newly(username);
        changes(here, Stage.PASSWORD, Stage.OWN_PASSWORD).is(303);
        here.get("/akun/saya?tersimpan").is(200).says("Kunci sandi tetap berlaku");
        assertThat(newcomers.passkeys(username)).isEqualTo(1);

        var link = handOver(username);
        given.stranger().get(link).is(200).says("kunci sandi", "dihapus");
        sets(given.stranger(), link, "jendela biru kemarau 8").is(303);

        assertThat(newcomers.passkeys(username)).isZero();
    }

    @Test
    void aLinkThatWasSentToAnotherAddressWorksNoLonger() {
        var username = newAccount();
        var link = handOver(username);
        given.stranger().get(link).is(200);

        when.systemAdmin()
                .post(form(username, "surel"), "surel", username + "@lajur.example")
                .is(303);

        given.stranger().get(link).is(404);
        sets(given.stranger(), link, Stage.OWN_PASSWORD).is(404);
    }

    /** Who may change an officer's address does not so take over the officer's account. */
    @Test
    void noLinkIsSentToAnOfficersAddressThatWasJustChanged() {
        var username = "pic." + Case.newNumber();
        var officer = jdbc.sql("insert into officer (name, email) values ('Pak PIC', ?) returning id")
                .params(username + "@lajur.example")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into account (username, display_name, password_hash, role, officer_id, created_at)
                        select ?, 'Pak PIC', password_hash, 'OFFICER', ?, created_at from account where username = 'admin'""").params(username, officer).update();
        when.stranger().post("/masuk/lupa", "username", username).is(303);
        var link = linkIn(mailsTo(username + "@lajur.example", 1).get(0));
        given.stranger().get(link).is(200);

        when.admin()
                .post("/petugas/" + officer, "nama", "Pak PIC", "surel", username + "-lain@lajur.example")
                .is(303);

        given.stranger().get(link).is(404);
        when.stranger().post("/masuk/lupa", "username", username).is(303);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> deeds(username).contains("link PASSWORD_RESET not sent: the address is new"));
        assertThat(resets(username)).isEqualTo(1);
    }

    // -- after the sign-in

    @Test
    void aFormIsNoPageToReturnTo() {
        var somebody = given.stranger();
        somebody.post("/akun/5/surel", "surel", "a@lajur.example").is(302).leadsTo("/masuk");
        somebody.triesToSignIn("sistem", Stage.PASSWORD).is(302).leadsTo("/akun");
        somebody.get("/akun").is(200);
        somebody.get("/masuk").doesNotSay("Tulisan terakhir Anda kami simpan");

        var other = given.stranger();
        other.post("/akun/5/tautan").is(302).leadsTo("/masuk");
        other.triesToSignIn("sistem", Stage.PASSWORD).is(302).leadsTo("/");

        var script = given.stranger();
        script.get("/akun", "Sec-Fetch-Mode", "cors").is(302);
        script.get("/akun", "Accept", "application/json").is(302);
        script.triesToSignIn("sistem", Stage.PASSWORD).is(302).leadsTo("/");

        var mistaken = given.stranger();
        mistaken.post("/perangkat-daerah/dputr", "nama", "X").is(302).leadsTo("/masuk");
        mistaken.triesToSignIn("pimpinan", Stage.PASSWORD).is(302).leadsTo("/");
    }

    // -- one's own account

    @Test
    void onesOwnPasswordIsChangedWithThePresentOneAndTheOtherSessionsEnd() {
        var username = newAccount();
        sets(given.stranger(), handOver(username), Stage.OWN_PASSWORD).is(303);
        var here = given.stranger();
        here.signsIn(username, Stage.OWN_PASSWORD);
        var elsewhere = given.stranger();
        elsewhere.signsIn(username, Stage.OWN_PASSWORD);

        changes(here, "bukan yang sekarang", "jendela biru kemarau 8").is(422).says("Kata sandi sekarang tidak cocok");
        changes(here, Stage.OWN_PASSWORD, "pendek").is(422).says("paling sedikit 12");
        changes(here, Stage.OWN_PASSWORD, "jendela biru kemarau 8").is(303).leadsTo("/akun/saya?tersimpan");

        here.get("/akun/saya?tersimpan").is(200).says("sudah diganti");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> elsewhere.get("/dasbor").is(302).leadsTo("/masuk"));
        for (var time = 0; time < 10; time++) {
            changes(here, "tebakan " + time, "jendela biru kemarau 9").is(422);
        }
        changes(here, "jendela biru kemarau 8", "sepatu lontar gerimis 5")
                .is(429)
                .says("Tunggu 1 menit");
    }

    @Test
    void onesSessionsAreListedAndEndedOneByOneOrAllTheOthers() {
        var username = newAccount();
        sets(given.stranger(), handOver(username), Stage.OWN_PASSWORD).is(303);
        var here = given.stranger();
        here.signsIn(username, Stage.OWN_PASSWORD);
        var phone = given.stranger();
        phone.signsIn(username, Stage.OWN_PASSWORD);
        var third = given.stranger();
        third.signsIn(username, Stage.OWN_PASSWORD);

        var page = here.get("/akun/saya").is(200);

        var list = page.html().select("[data-session]");
        assertThat(list).hasSize(3);
        assertThat(list.get(0).text()).contains("sesi ini", "127.0.0.1");
        assertThat(list.get(1).text()).doesNotContain("sesi ini");
        assertThat(list.select("form")).hasSize(2);
        for (var cookie : List.of(here, phone, third)) {
            page.doesNotSay(new String(Base64.getDecoder().decode(cookie.jar().get("LAJUR")), StandardCharsets.UTF_8));
        }
        var other = given.newly("pimpinan").get("/akun/saya").html().select("[data-session]");
        here.post("/akun/saya/sesi/" + other.get(0).attr("data-session") + "/penghentian")
                .is(404);

        here.post(list.get(1).select("form").attr("action")).is(303).leadsTo("/akun/saya");
        assertThat(here.get("/akun/saya").html().select("[data-session]")).hasSize(2);
        here.post("/akun/saya/sesi/penghentian").is(303);

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            phone.get("/dasbor").is(302);
            third.get("/dasbor").is(302);
        });
        here.get("/dasbor").is(200);
        when.systemAdmin()
                .post(form(username, "keaktifan").replace("keaktifan", "sesi/penghentian"))
                .is(303);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> here.get("/dasbor").is(302).leadsTo("/masuk"));
        assertThat(ends(username)).isEqualTo(3);
    }

    @Test
    void signingOutIsWrittenDown() {
        var username = newAccount();
        sets(given.stranger(), handOver(username), Stage.OWN_PASSWORD).is(303);
        var somebody = given.stranger();
        somebody.signsIn(username, Stage.OWN_PASSWORD);

        somebody.signsOut();

        assertThat(jdbc.sql("select deed from audit_entry where account_id = ? and deed like 'SIGNED%' order by id")
                        .params(id(username))
                        .query(String.class)
                        .list())
                .containsExactly("SIGNED_IN", "SIGNED_OUT");
    }

    /** However busy: the session is moved into the past, and its last access is now. */
    @Test
    void aSessionEndsTwelveHoursAfterTheSignInAndWhatWasTypedIsKept() throws Exception {
        var it = given.aNotificationHasArrived();
        given.admin().forwards(it).to("dputr");
        var officer = given.newly(OFFICER);
        officer.opens(it).is(200);
        officer.csrf();
        var session = new String(Base64.getDecoder().decode(officer.jar().get("LAJUR")), StandardCharsets.UTF_8);
        signedInAgo(session, Duration.ofHours(12).minusMinutes(1));
        var ended = endedByTheLimit();

        signedInAgo(session, Duration.ofHours(12).plusSeconds(1));
        // Within a second the node has forgotten what it read before; the form is then turned away.
        await().atMost(Duration.ofSeconds(5)).until(() -> endedWith(officer, it));

        officer.get("/masuk").says("Tulisan terakhir Anda kami simpan");
        officer.triesToSignIn(OFFICER, Stage.PASSWORD).is(302).leadsTo(it.path());
        assertThat(officer.opens(it).typed("jawaban", "isi")).isEqualTo("Sedang kami kerjakan.");
        assertThat(endedByTheLimit()).isEqualTo(ended + 1);
    }

    /** An answer that is too early is refused for want of a kind that there is, and changes nothing. */
    private static boolean endedWith(Somebody officer, Case it) {
        var answer = officer.post(it.path("jawaban"), "isi", "Sedang kami kerjakan.", "jenis", "SEMENTARA");
        return answer.status() == 302 && answer.location().equals("/masuk");
    }

    private Page changes(Somebody who, String present, String password) {
        return who.post("/akun/saya/sandi", "sandiLama", present, "sandi", password);
    }

    /** Nobody can send it a mail. */
    private String newAccount() {
        var username = "akun." + Case.newNumber();
        Stage.handedOver(given.systemAdmin().post("/akun", "username", username, "nama", "Uji", "peran", "SUPERVISOR"));
        return username;
    }

    private String handOver(String username) {
        return Stage.handedOver(given.systemAdmin().post(form(username, "tautan")));
    }

    private String handOverByMail(String username, String address) {
        given.systemAdmin().post(form(username, "tautan")).is(303);
        return linkIn(mailsTo(address, 1).get(0));
    }

    private static Page sets(Somebody who, String link, String password) {
        return who.post("/sandi", "kunci", link.replaceFirst(".*=", ""), "sandi", password);
    }

    private Element account(String username) {
        return then.systemAdmin()
                .get("/akun")
                .html()
                .select("[data-username=" + username + "]")
                .first();
    }

    private String form(String username, String action) {
        return account(username).select("form[action$=/" + action + "]").attr("action");
    }

    private List<Element> mailsTo(String recipient, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> given.admin()
                                .get("/simulasi/surat-masuk?penerima=" + recipient)
                                .html()
                                .select("[data-recipient]"),
                        mails -> mails.size() >= count);
    }

    private static String linkIn(Element mail) {
        var link = Pattern.compile("/sandi[?]kunci=[A-Za-z0-9_-]+").matcher(mail.outerHtml());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    /** All texts of the tables that could hold a link. */
    private String everythingStored() {
        return jdbc.sql("""
                        select concat((select string_agg(n::text, ' ') from notice n),
                            (select string_agg(l::text, ' ') from one_time_link l),
                            (select string_agg(e::text, ' ') from audit_entry e))""").query(String.class).single();
    }

    private long id(String username) {
        return jdbc.sql("select id from account where username = ?")
                .params(username)
                .query(Long.class)
                .single();
    }

    private String hash(String username) {
        return jdbc.sql("select password_hash from account where username = ?")
                .params(username)
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
    }

    private List<String> deeds(String username) {
        return jdbc.sql("select detail from audit_entry where deed = 'ACCOUNT_CHANGED' and subject = ? order by id")
                .params(String.valueOf(id(username)))
                .query(String.class)
                .list();
    }

    private long ends(String username) {
        return jdbc.sql("select count(*) from audit_entry where deed = 'SESSION_ENDED' and subject = ?")
                .params(String.valueOf(id(username)))
                .query(Long.class)
                .single();
    }

    private long resets(String username) {
        return deeds(username).stream()
                .filter("link PASSWORD_RESET asked for"::equals)
                .count();
    }

    private long endedByTheLimit() {
        return jdbc.sql("select count(*) from audit_entry where deed = 'SESSION_ENDED' and detail = 'longest session'")
                .query(Long.class)
                .single();
    }

    private void signedInAgo(String session, Duration ago) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(Instant.now().minus(ago));
        }
        var changed = jdbc.sql("""
                        update spring_session_attributes set attribute_bytes = ? where attribute_name = 'lajur.signed-in-at'
                        and session_primary_id = (select primary_id from spring_session where session_id = ?)""").params(bytes.toByteArray(), session).update();
        assertThat(changed).isEqualTo(1);
    }

    private static long median(long[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
