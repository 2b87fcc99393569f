package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes wrong, too late, too often, too large or with ill will: a sentence, the right status, and nothing lost. */
class BadInputTests extends Journey {

    private static final int LIMIT = 25 * 1024 * 1024;
    private static final String WORDS = "Kalimat yang sudah lama diketik dan tidak boleh hilang.";

    @Nested
    class FromAGateway {

        @Test
        void aWrongSignatureIsRefusedAndNothingIsKept() {
            var notice = given.aNotification().signedWith("bukan-rahasia");

            notice.isHandedOver().is(401);

            then.admin().opens(notice.toCase()).is(404);
        }

        @ParameterizedTest
        @ValueSource(longs = {-3600, -310, 310, 3600})
        void aTimeThatIsOffIsRefused(long seconds) {
            given.aNotification()
                    .signedAt(Instant.now().plusSeconds(seconds))
                    .isHandedOver()
                    .is(401);
        }

        @ParameterizedTest
        @ValueSource(longs = {-280, 280})
        void aClockThatIsALittleOffIsNot(long seconds) {
            given.aNotification()
                    .signedAt(Instant.now().plusSeconds(seconds))
                    .isHandedOver()
                    .is(202);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "[]",
                    "null",
                    "\"x\"",
                    "{\"content\":\"tanpa nomor\"}",
                    "{\"tracking_id\":0}",
                    "\u0000"
                })
        void whatCannotBeReadWaitsInQuarantineWhole(String body) {
            var answer = given.aNotification().isHandedOver(body.getBytes(StandardCharsets.UTF_8));

            assertThat(answer.is(202).body()).contains("quarantined");
            var message = answer.body().replaceFirst(".*\"message\":\"([^\"]+)\".*", "$1");
            then.admin().get("/karantina/" + message).is(200);
        }

        @Test
        void moreThanTheLimitIsTooMuch() {
            given.aNotification().isHandedOver(new byte[LIMIT + 1]).is(413);
        }

        @Test
        void controlCharactersDoNoHarm() {
            var it = given.aNotification()
                    .titled("Judul\u0000dengan\u0007bel " + Case.newNumber())
                    .saying("Isi\u0000laporan\u001b[31m merah \ud800 " + Case.newNumber())
                    .by("Nama\u0000Contoh")
                    .with("location", "Desa\u0000Contoh")
                    .hasArrived();

            assertThat(then.admin().opens(it).is(200).body())
                    .contains("laporan")
                    .doesNotContain("\u0000", "\u0007", "\u001b");
        }
    }

    @Nested
    class IntoAForm {

        @Test
        void anUnknownAgencyIsAFaultOfItsFieldAndTheNoteIsKept() {
            var it = given.aNotificationHasArrived();

            var answer = when.admin()
                    .post(it.path("penerusan"), "utama", "tidak-ada", "pendukung", "dputr", "catatan", WORDS)
                    .is(422);

            assertThat(answer.typed("penerusan", "catatan")).isEqualTo(WORDS);
            assertThat(answer.html().select("[name=pendukung][value=dputr]").hasAttr("checked"))
                    .isTrue();
            assertThat(answer.html().select(".fault")).hasSize(1);
            when.admin()
                    .post(it.path("penerusan"), "utama", "dputr", "pendukung", "tidak-ada")
                    .is(422);
            then.admin().sees(it).inState("RECEIVED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\t", "\u0000", "\u0000\u0001"})
        void anEmptyAnswerIsNone(String nothing) {
            var it = aForwardedCase();

            when.officer("dputr")
                    .post(it.path("jawaban"), "isi", nothing)
                    .is(422)
                    .says("Jawaban masih kosong");
        }

        @Test
        void anAnswerThatIsTooLongComesBackWhole() {
            var it = aForwardedCase();
            var words = (WORDS + "\n").repeat(20_000 / WORDS.length() + 1).substring(0, 19_999) + "x";

            var answer =
                    when.officer("dputr").post(it.path("jawaban"), "isi", words).is(422);
            assertThat(answer.typed("jawaban", "isi")).isEqualTo(words);
            answer.says("20.000");

            var withFile = when.officer("dputr")
                    .upload(it.path("jawaban"), "foto.jpg", new byte[100], "isi", words)
                    .is(422);
            assertThat(withFile.typed("jawaban", "isi")).isEqualTo(words);
            then.officer("dputr").sees(it).inState("FORWARDED");
        }

        @Test
        void theLongestAnswerGoesThrough() {
            var it = aForwardedCase();

            when.officer("dputr").answers(it, "x".repeat(10_000));

            then.officer("dputr").sees(it).inState("ANSWERED");
        }

        @Test
        void aFileThatIsTooLargeIsSaidSo() {
            var it = aForwardedCase();

            when.officer("dputr")
                    .upload(it.path("jawaban"), "film.mp4", new byte[LIMIT + 1], "isi", WORDS)
                    .is(413)
                    .says("25 MB");
            then.officer("dputr").sees(it).inState("FORWARDED");
        }

        @Test
        void aFileThatIsTooLargeIsSaidSoThoughItsLengthWasNotAnnounced() {
            var it = aForwardedCase();

            when.officer("dputr")
                    .uploadInChunks(it.path("jawaban"), "film.mp4", new byte[LIMIT + 1], "isi", WORDS)
                    .is(413)
                    .says("25 MB");
            then.officer("dputr").sees(it).inState("FORWARDED");
        }

        @Test
        void aTextThatIsFarTooLongIsSaidSo() {
            var it = aForwardedCase();

            when.officer("dputr")
                    .post(it.path("jawaban"), "isi", "x".repeat(5 * 1024 * 1024))
                    .is(413);
        }

        @Test
        void aLargeFileThatIsNotTooLargeArrivesWhole() {
            var it = aForwardedCase();
            var film = new byte[LIMIT - 64 * 1024];
            Arrays.fill(film, (byte) 7);

            when.officer("dputr")
                    .uploadInChunks(it.path("jawaban"), "film.mp4", film, "isi", WORDS)
                    .is(303);

            var link =
                    then.admin().opens(it).html().select("a[href*=/lampiran/]").attr("href");
            assertThat(then.admin().get(link).is(200).answer().body()).isEqualTo(film);
        }

        @Test
        void whatSomebodyElseDidMeanwhileIsShownAndNothingOverwritten() {
            var it = given.aNotificationHasArrived();
            var version = when.admin().opens(it).typed("penerusan", "versi");
            when.newly("admin").forwards(it).to("dputr");

            var late = when.admin()
                    .post(it.path("penerusan"), "versi", version, "utama", "disdik", "catatan", WORDS)
                    .is(409);

            late.says("orang lain sudah mengubah", "Diteruskan", "Admin Kabupaten", WORDS, "disdik");
            then.admin().sees(it).inState("FORWARDED");
            then.officer("dputr").sees(it).inTheQueue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "abc", "-1", "99999999999999999999", "1 or 1=1"})
        void aVersionThatIsNoneIsAsIfItWereAbsent(String version) {
            var it = given.aNotificationHasArrived();

            when.admin()
                    .post(it.path("penerusan"), "versi", version, "utama", "dputr")
                    .is(303);
        }

        @RepeatedTest(3)
        void ofTwoAdminsAtTheSameMomentOneIsTold() {
            var it = given.aNotificationHasArrived();
            var one = given.admin();
            var other = given.newly("admin");
            var version = one.opens(it).typed("penerusan", "versi");

            var answers = atOnce(
                    () -> one.post(it.path("penerusan"), "versi", version, "utama", "dputr", "catatan", WORDS),
                    () -> other.post(it.path("penerusan"), "versi", version, "utama", "dputr", "catatan", WORDS));

            assertThat(answers).extracting(Page::status).containsExactlyInAnyOrder(303, 409);
            answers.stream()
                    .filter(answer -> answer.status() == 409)
                    .forEach(answer -> answer.says("Diteruskan", "Admin Kabupaten", WORDS));
            assertThat(then.admin().opens(it).html().select(".parts li:has(strong):not([data-notice])"))
                    .hasSize(1);
        }

        @RepeatedTest(3)
        void aDoubleClickOnApproveIsOneDelivery() {
            var it = aForwardedCase();
            given.officer("dputr").answers(it, WORDS);
            var admin = given.admin();
            var version = admin.opens(it).typed("persetujuan", "versi");

            var answers = atOnce(
                    () -> admin.post(it.path("persetujuan"), "versi", version),
                    () -> admin.post(it.path("persetujuan"), "versi", version),
                    () -> admin.post(it.path("persetujuan")));

            assertThat(answers).extracting(Page::status).containsExactlyInAnyOrder(303, 409, 409);
            then.admin().sees(it).inState("RELAYED");
            then.portal().has(it).exactlyOnce(WORDS);
        }

        @Test
        void enteringByHandNeedsNoBoxToBeTicked() {
            var number = Case.newNumber();

            when.admin()
                    .upload(
                            "/pengaduan/baru",
                            "foto.jpg",
                            new byte[10],
                            "nomor",
                            "#" + number,
                            "judul",
                            "Ditulis tangan",
                            "isi",
                            WORDS)
                    .is(303)
                    .leadsTo("/pengaduan/" + number);

            var it = new Case(number, "Ditulis tangan", WORDS);
            then.admin().sees(it).inTheQueue().inState("RECEIVED").saying(WORDS, "foto.jpg");
            when.admin()
                    .post("/pengaduan/baru", "nomor", "" + number, "isi", WORDS, "anonim", "true", "rahasia", "true")
                    .is(422)
                    .says(WORDS, "sudah ada");
        }

        @Test
        void enteringByHandKeepsEverythingThatWasTyped() {
            var answer = when.admin()
                    .post(
                            "/pengaduan/baru",
                            "nomor",
                            "bukan nomor",
                            "judul",
                            "Judul ketikan",
                            "isi",
                            WORDS,
                            "lokasi",
                            "Sumber",
                            "anonim",
                            "true")
                    .is(422)
                    .says("bukan nomor", "Judul ketikan", WORDS, "Sumber");

            assertThat(answer.html().select("[name=anonim]").hasAttr("checked")).isTrue();
            assertThat(answer.html().select("[name=rahasia]").hasAttr("checked"))
                    .isFalse();
        }

        @Test
        void aNotificationThatWasPastedIsReadIntoTheForm() {
            var number = Case.newNumber();

            var read = when.admin()
                    .post(
                            "/pengaduan/baru",
                            "tindakan",
                            "baca",
                            "tempel",
                            "ID Laporan: " + number + "\nJudul: Sampah menumpuk\nIsi Laporan: " + WORDS)
                    .is(200)
                    .says("Sampah menumpuk");

            assertThat(read.html().select("[name=nomor]").val()).isEqualTo("" + number);
            then.admin().get("/pengaduan/" + number).is(404);
        }

        @Test
        void nulAndOtherControlCharactersDoNoHarmInAnyField() {
            var nul = "a\u0000b\u0007c";
            var it = given.aNotificationHasArrived();
            when.admin()
                    .post(it.path("penerusan"), "utama", nul, "catatan", nul)
                    .is(422);
            when.admin()
                    .post(it.path("penerusan"), "utama", "dputr", "pendukung", nul)
                    .is(422);
            when.admin().post(it.path("klasifikasi"), "klasifikasi", nul).is(422);
            when.admin()
                    .post(it.path("klasifikasi"), "klasifikasi", "ASPIRASI", "terlapor", nul, "alasan", nul)
                    .is(422);
            when.admin()
                    .post(it.path("arsip"), "jenis", "DUPLIKAT", "induk", nul, "alasan", nul)
                    .is(422);
            when.admin()
                    .post(it.path("penerusan"), "utama", "dputr", "catatan", nul)
                    .is(303);
            when.officer("dputr")
                    .post(it.path("jawaban"), "isi", nul, "jenis", nul, "janji", nul)
                    .is(422);
            when.officer("dputr")
                    .post(it.path("jawaban"), "isi", nul, "jenis", "SEMENTARA", "janji", nul)
                    .is(422);
            when.officer("dputr")
                    .upload(it.path("jawaban"), "foto.jpg", new byte[1], "isi", nul)
                    .is(303);
            then.admin().sees(it).inState("ANSWERED").saying("abc");
            when.admin().approves(it);
            then.portal().has(it).exactlyOnce("abc");

            when.admin()
                    .post(
                            "/pengaduan/baru",
                            "nomor",
                            "" + Case.newNumber(),
                            "judul",
                            nul,
                            "isi",
                            nul,
                            "kategori",
                            nul,
                            "lokasi",
                            nul,
                            "pelapor",
                            nul,
                            "kanal",
                            nul,
                            "tanggal",
                            nul,
                            "tempel",
                            nul)
                    .is(303);
            assertThat(when.admin().post("/petugas", officer(nul)).status()).isIn(303, 422);
            assertThat(when.systemAdmin()
                            .post("/akun", "username", "nul", "nama", nul, "peran", "SUPERVISOR")
                            .status())
                    .isIn(200, 422);
            when.systemAdmin().post("/akun", "username", nul).is(422);
        }

        private String[] officer(String nul) {
            var today = given.today().toString();
            return new String[] {
                "nama",
                nul,
                "telepon",
                "",
                "surel",
                "",
                "perangkat",
                "dputr",
                "nomor",
                nul,
                "tanggal",
                today,
                "berlakuMulai",
                today,
                "berlakuSampai",
                today
            };
        }
    }

    @Nested
    class AfterTheSessionEnded {

        @Test
        void whatWasTypedIsBackInItsFormAfterSigningInAndNotSent() {
            var it = aForwardedCase();
            var officer = given.newly("petugas.dputr");
            officer.opens(it).is(200);
            officer.csrf();
            anotherBrowserSignsOut(officer);

            officer.upload(
                            it.path("jawaban"),
                            "foto.jpg",
                            new byte[100],
                            "isi",
                            WORDS,
                            "jenis",
                            "SEMENTARA",
                            "janji",
                            "2031-02-03")
                    .is(302)
                    .leadsTo("/masuk");
            officer.get("/masuk").is(200).says("Tulisan terakhir Anda kami simpan");
            officer.triesToSignIn("petugas.dputr", Stage.PASSWORD).is(302).leadsTo(it.path());

            var page = officer.opens(it).is(200).says("Tulisan Anda sudah dikembalikan");
            assertThat(page.typed("jawaban", "isi")).isEqualTo(WORDS);
            assertThat(page.typed("jawaban", "janji")).isEqualTo("2031-02-03");
            assertThat(page.html().select("[name=jenis][value=SEMENTARA]").hasAttr("checked"))
                    .isTrue();
            then.officer("dputr").sees(it).inState("FORWARDED").notSaying(WORDS);
        }

        @Test
        void theSameWhenTheBrowserHasForgottenTheCookie() {
            var it = given.aNotificationHasArrived();
            var admin = given.newly("admin");
            admin.csrf();
            admin.forgets(Browser.SESSION);

            admin.post(it.path("penerusan"), "utama", "dputr", "catatan", WORDS)
                    .is(302)
                    .leadsTo("/masuk");
            admin.triesToSignIn("admin", "salah").is(302).leadsTo("/masuk?gagal");
            admin.triesToSignIn("admin", Stage.PASSWORD).is(302).leadsTo(it.path());

            assertThat(admin.opens(it).typed("penerusan", "catatan")).isEqualTo(WORDS);
            then.admin().sees(it).inState("RECEIVED");
        }

        @Test
        void whoAsksForAPageIsLedBackToIt() {
            var it = given.aNotificationHasArrived();
            var admin = given.stranger();

            admin.get(it.path()).is(302).leadsTo("/masuk");
            admin.triesToSignIn("admin", Stage.PASSWORD).is(302);

            assertThat(admin.opens(it).status()).isEqualTo(200);
        }

        @Test
        void aForgedFormIsNotKept() {
            var it = given.aNotificationHasArrived();
            var stranger = given.stranger();

            stranger.postWithout(it.path("penerusan"), "utama", "dputr", "catatan", WORDS, "_csrf", "tebakan")
                    .is(302)
                    .leadsTo("/masuk");
            stranger.triesToSignIn("admin", Stage.PASSWORD).is(302);

            assertThat(stranger.opens(it).typed("penerusan", "catatan")).isEmpty();
        }

        private void anotherBrowserSignsOut(Browser one) {
            var other = given.stranger();
            other.takes(one.jar());
            other.post("/keluar").is(302);
        }
    }

    @Nested
    class IntoAnAddress {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"",
                    "'",
                    "\"\"",
                    "a & & b",
                    "a | !",
                    ":*",
                    "a:*",
                    "!",
                    "-",
                    "- -",
                    "OR",
                    "a OR",
                    "\\",
                    "%",
                    "_",
                    "<->",
                    "a <-> b",
                    "()",
                    "((",
                    "#",
                    "#1",
                    "0",
                    "99999999999",
                    "\u0000",
                    "a\u0000b",
                    "\ud83d\udca1",
                    "$1",
                    "?",
                    ":words",
                    "';--",
                    "\u202e",
                    "jalan -berlubang",
                    "\"jalan berlubang\"",
                    "\t\n"
                })
        void anySearchIsOnlyASearch(String words) {
            for (var person : List.of(then.admin(), then.officer("dputr"), then.supervisor())) {
                person.get("/pengaduan?q=" + encoded(words)).is(200);
            }
            then.admin().get("/perangkat-daerah?q=" + encoded(words)).is(200);
        }

        @Test
        void aNumberIsSearchedForAsANumber() {
            var it = given.aNotificationHasArrived();

            then.admin()
                    .sees(it)
                    .byTheWord("%23" + it.id())
                    .byTheWord("00" + it.id())
                    .notByTheWord("" + (it.id() + 7_000_000));
        }

        @Test
        void aSearchThatIsTooLongIsSaidSo() {
            then.admin().get("/pengaduan?q=" + "x".repeat(200)).is(200);
            then.admin().get("/pengaduan?q=" + "x".repeat(201)).is(422).says("200");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/pengaduan?sesudah=abc",
                    "/pengaduan?sesudah=-1",
                    "/pengaduan?sesudah=99999999999999999999",
                    "/pengaduan?status=LAIN",
                    "/pengaduan?status=received",
                    "/pengaduan?tenggat=besok"
                })
        void aFilterThatIsNoneIsSaidSo(String path) {
            then.admin().get(path).is(422);
            then.officer("dputr").get(path).is(422);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/pengaduan?sesudah=9999999999",
                    "/pengaduan?perangkat=tidak-ada",
                    "/pengaduan?perangkat=%00",
                    "/pengaduan?sesudah=%00&status=%00&tenggat=%00",
                    "/pengaduan?perangkat=a%00b&q=%00&status=FORWARDED",
                    "/pengaduan?perangkat=dputr&perangkat=disdik",
                    "/pengaduan?q=a&q=b",
                    "/pengaduan?lain=1"
                })
        void aFilterThatFindsNothingIsNoMistake(String path) {
            then.admin().get(path).is(200);
            then.officer("dputr").get(path).is(200);
            then.supervisor().get(path).is(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/karantina?sesudah=abc",
                    "/karantina/abc",
                    "/karantina/00000000-0000-0000-0000-000000000000",
                    "/pengiriman?sesudah=abc",
                    "/pengiriman?sesudah=99999999999999999999",
                    "/petugas?sesudah=abc",
                    "/pengaduan/baru?pesan=abc",
                    "/pengaduan/baru?pesan=00000000-0000-0000-0000-000000000000",
                    "/mulai?kunci=%00",
                    "/simulasi/lapor?sesudah=abc"
                })
        void aKeyThatIsNoneIsRefusedWithAPage(String path) {
            var answer = then.admin().get(path);

            assertThat(answer.status()).as(path).isIn(400, 404, 422);
            assertThat(answer.html().select("main h1")).isNotEmpty();
        }

        private static String encoded(String text) {
            return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    @Nested
    class WithIllWill {

        private static final String EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>";

        @Test
        void htmlIsShownAsItWasTypedAndNeverRun() {
            var notice = given.aNotification();
            var it = notice.titled(EVIL + " judul")
                    .saying(EVIL + " isi")
                    .by(EVIL + " nama")
                    .with("category", EVIL + " kategori")
                    .with("location", EVIL + " lokasi")
                    .with("channel", EVIL + " kanal")
                    .with("date_of_incident", EVIL + " tanggal")
                    .enclosing(EVIL + ".txt", new byte[1])
                    .hasArrived();
            when.citizen().replies(it, EVIL + " balasan");
            when.admin()
                    .post(it.path("penerusan"), "utama", "dputr", "pendukung", "atr-bpn", "catatan", EVIL)
                    .is(303);
            when.officer("atr-bpn").contributes(it, EVIL + " sumbangan");
            assertHarmless(when.officer("dputr").post(it.path("jawaban"), "isi", EVIL, "jenis", EVIL));
            when.officer("dputr")
                    .upload(it.path("jawaban"), "<b>berkas.txt", new byte[1], "isi", EVIL + " jawaban")
                    .is(303);
            assertHarmless(when.admin().post(it.path("perbaikan"), "catatan", "x".repeat(2_001) + EVIL));
            when.admin().asksForRevision(it, EVIL + " perbaikan");
            when.admin()
                    .post(
                            it.path("jawaban-tercatat"),
                            "perangkat",
                            "dputr",
                            "isi",
                            EVIL,
                            "sumber",
                            EVIL,
                            "pejabat",
                            EVIL,
                            "tanggal",
                            given.today().toString())
                    .is(303);
            when.admin().post(it.path("persetujuan"), "alasan", EVIL).is(303);
            then.admin().sees(it).inState("RELAYED");

            for (var person : List.of(then.admin(), then.officer("dputr"), then.supervisor())) {
                assertHarmless(person.opens(it).is(200));
                assertHarmless(person.get("/pengaduan").is(200));
                assertHarmless(person.get("/pengaduan?q=" + it.id()).is(200));
                assertHarmless(person.get("/pengaduan?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                        .is(200));
                assertHarmless(person.get("/dasbor").is(200));
            }
            then.admin().opens(it).says(EVIL + " isi");
            assertHarmless(then.admin().get("/pengiriman").is(200));
            assertHarmless(then.citizen().page());
            assertHarmless(then.stranger().get("/transparansi").is(200));
            assertHarmless(then.stranger().get("/masuk?gagal=%3Cscript%3Ealert(1)%3C/script%3E"));
            assertHarmless(then.admin().get("/pengaduan?status=%3Cscript%3Ealert(1)%3C/script%3E"));
            assertHarmless(then.admin().get("/%3Cscript%3Ealert(1)%3C/script%3E"));
        }

        @Test
        void htmlInTheRegistriesAndInQuarantineIsShownToo() {
            var broken = given.aNotification().isHandedOver(("{" + EVIL).getBytes(StandardCharsets.UTF_8));
            var message = broken.is(202).body().replaceFirst(".*\"message\":\"([^\"]+)\".*", "$1");
            assertHarmless(then.admin().get("/karantina/" + message).is(200).says(EVIL));
            assertHarmless(
                    then.admin().get("/pengaduan/baru?pesan=" + message).is(200).says(EVIL));
            assertHarmless(then.admin()
                    .post("/pengaduan/baru", "nomor", EVIL, "judul", EVIL, "isi", EVIL, "lokasi", EVIL)
                    .is(422));
            assertHarmless(then.admin()
                    .post("/petugas", "nama", EVIL, "perangkat", EVIL, "nomor", EVIL)
                    .is(422));
            assertHarmless(then.systemAdmin()
                    .post("/akun", "username", EVIL, "nama", EVIL, "peran", EVIL, "petugas", EVIL)
                    .is(422));
        }

        private static void assertHarmless(Page page) {
            assertThat(page.body()).doesNotContain("<script>alert", "<img src=x", "<b>");
            assertThat(page.html().select("script:not([src]), [onerror], [onclick], [style], style"))
                    .isEmpty();
        }

        @Test
        void aWrongPasswordAndAnUnknownNameLookTheSame() {
            var wrong = when.stranger();
            var unknown = when.stranger();

            var one = wrong.triesToSignIn("admin", "salah");
            var other = unknown.triesToSignIn("tidak-ada", "salah");

            assertThat(one.is(302).location())
                    .isEqualTo(other.is(302).location())
                    .isEqualTo("/masuk?gagal");
            assertThat(one.body()).isEqualTo(other.body());
            assertThat(one.answer().headers().map().keySet())
                    .isEqualTo(other.answer().headers().map().keySet());
            assertThat(wrong.get("/masuk?gagal").html().select("main").text())
                    .isEqualTo(unknown.get("/masuk?gagal").html().select("main").text());
            wrong.get("/pengaduan").is(302).leadsTo("/masuk");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "admin\u0000", "\u0000", "' or 1=1 --", "ADMIN ", "admin"})
        void noNameOpensTheDoorWithoutItsPassword(String name) {
            var stranger = when.stranger();

            stranger.triesToSignIn(name, "' or '1'='1").is(302).leadsTo("/masuk?gagal");

            stranger.get("/pengaduan").is(302).leadsTo("/masuk");
        }
    }

    @Nested
    class OnTheWire {

        static Stream<String> pages() {
            return Stream.of(
                    "/masuk",
                    "/transparansi",
                    "/pengaduan",
                    "/dasbor",
                    "/akun",
                    "/tidak-ada",
                    "/pengaduan/1",
                    "/pengaduan?status=x",
                    "/aset/lajur.css",
                    "/api/tidak-ada",
                    "/actuator/health",
                    "/simulasi/lapor",
                    "/simulasi/api/masters/templates");
        }

        @ParameterizedTest
        @MethodSource("pages")
        void everyAnswerHasStrictHeaders(String path) {
            for (var person : List.of(then.admin(), then.stranger())) {
                var answer = person.get(path);
                assertThat(answer.headers("Content-Security-Policy"))
                        .as(path)
                        .singleElement()
                        .asString()
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "*", "http:");
                assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
                assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
                assertThat(answer.headers("Server")).isEmpty();
                assertThat(answer.headers("X-Powered-By")).isEmpty();
            }
        }

        @Test
        void pagesOfPeopleAreNotKeptByAnyCache() {
            for (var path : List.of("/pengaduan", "/dasbor", "/transparansi")) {
                assertThat(then.admin().get(path).is(200).header("Cache-Control"))
                        .contains("no-store");
            }
        }

        @Test
        void cookiesAreForThisSiteAndForNoScript() {
            var person = given.stranger();
            var cookies = Stream.of(
                            person.get("/masuk"),
                            person.triesToSignIn("admin", Stage.PASSWORD),
                            person.get("/pengaduan"))
                    .flatMap(answer -> answer.headers("Set-Cookie").stream())
                    .toList();

            assertThat(cookies).anyMatch(cookie -> cookie.startsWith("LAJUR="));
            assertThat(cookies).anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="));
            assertThat(cookies)
                    .allMatch(cookie -> cookie.contains("HttpOnly"))
                    .allMatch(cookie -> cookie.contains("SameSite=Lax") || cookie.contains("SameSite=Strict"))
                    .allMatch(cookie -> cookie.contains("Path=/"));
        }

        @Test
        void theSessionIsAnotherOneAfterSigningIn() {
            var person = given.newly("admin");
            var before = person.jar().get(Browser.SESSION);

            person.triesToSignIn("admin", Stage.PASSWORD).is(302);

            assertThat(person.jar().get(Browser.SESSION)).isNotEqualTo(before);
            var thief = given.stranger();
            thief.takes(java.util.Map.of(Browser.SESSION, before));
            thief.get("/pengaduan").is(302).leadsTo("/masuk");
        }

        @Test
        void strangersOnPublicPagesGetNoSessionAndCachesMayKeepThem() {
            var stranger = given.stranger();
            var page = stranger.get("/transparansi").is(200);
            assertThat(page.header("Cache-Control")).contains("max-age=300").contains("public");
            assertThat(page.headers("Set-Cookie")).isEmpty();

            var assets = page.html().select("link[rel=stylesheet]").eachAttr("href");
            assertThat(assets).hasSizeGreaterThan(2);
            for (var asset : assets) {
                var answer = stranger.get(asset).is(200);
                assertThat(answer.header("Cache-Control")).as(asset).contains("max-age=31536000");
                assertThat(answer.headers("Set-Cookie")).isEmpty();
            }
            assertThat(stranger.has(Browser.SESSION)).isFalse();
        }

        @Test
        void aMissingAssetIsNotKept() {
            var answer = given.stranger().get("/aset/tidak-ada.css").is(404);

            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(given.stranger().get("/masuk").header("Cache-Control")).contains("no-store");
        }
    }

    private Case aForwardedCase() {
        var it = given.aNotificationHasArrived();
        given.admin().forwards(it).to("dputr");
        return it;
    }

    /** Does all of it as nearly at the same moment as can be. */
    @SafeVarargs
    private static List<Page> atOnce(Supplier<Page>... deeds) {
        var start = new CyclicBarrier(deeds.length);
        var hands = Executors.newFixedThreadPool(deeds.length);
        try {
            return Stream.of(deeds)
                    .map(deed -> hands.submit(() -> {
                        start.await();
                        return deed.get();
                    }))
                    .toList()
                    .stream()
                    .map(BadInputTests::result)
                    .toList();
        } finally {
            hands.shutdown();
        }
    }

    private static Page result(Future<Page> future) {
        try {
            return future.get(Duration.ofMinutes(2).toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
