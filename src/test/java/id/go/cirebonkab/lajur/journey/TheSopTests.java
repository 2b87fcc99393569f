package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The SOP from the citizen's complaint to the answer at the portal, the ways beside it, and each when the portal is down. */
class TheSopTests extends Journey {

    private static final String ANSWER = "Lampu sudah diganti pagi ini. Terima kasih atas laporannya.";

    @Test
    void aComplaintGoesItsWholeWay() {
        var it = given.aNotification()
                .with("created_at", given.now().minusSeconds(5).toString())
                .hasArrived();
        then.admin()
                .sees(it)
                .inTheQueue()
                .inState("RECEIVED")
                .saying(it.title(), it.content())
                .withClock("FORWARD", "RUNNING")
                .withClock("VERIFY", "RUNNING");
        then.supervisor().sees(it).inState("RECEIVED").withClock("FORWARD", "RUNNING");
        then.officer("dputr").sees(it).notAtAll();

        when.admin().forwards(it).to("dputr");
        then.admin().sees(it).inState("FORWARDED").withClock("FORWARD", "MET").withClock("ANSWER", "RUNNING");
        then.supervisor().sees(it).withClock("ANSWER", "RUNNING");
        then.officer("dputr").sees(it).inTheQueue().inState("FORWARDED").offered("jawaban");
        then.officer("disdukcapil").sees(it).notAtAll();

        when.officer("dputr").answers(it, ANSWER);
        then.admin()
                .sees(it)
                .inState("ANSWERED")
                .saying(ANSWER)
                .withClock("ANSWER", "MET")
                .withClock("REVIEW", "RUNNING");
        then.portal().hasNothingOf(it);
        then.officer("disdukcapil").sees(it).notAtAll();

        when.admin().approves(it);
        then.portal().has(it).exactlyOnce(ANSWER);
        then.admin().sees(it).inState("RELAYED").withClock("RELAY", "MET").saying("Diterima portal");
        then.supervisor()
                .sees(it)
                .inState("RELAYED")
                .withClock("NOTIFY", "MET")
                .withClock("FORWARD", "MET")
                .withClock("ANSWER", "MET")
                .withClock("REVIEW", "MET")
                .withClock("RELAY", "MET")
                .withClock("REPLY_WINDOW", "RUNNING");
        then.officer("dputr").sees(it).inState("RELAYED").saying("Diterima portal");
    }

    @Test
    void theCitizenOfTheImitatedPortalReadsTheAnswer() {
        var it = given.citizen().complains("Jalan berlubang", "Jalan di depan pasar berlubang dan dalam.");
        then.admin().sees(it).inTheQueue();

        when.admin().forwards(it).to("dputr");
        when.officer("dputr").answers(it, ANSWER);
        when.admin().approves(it);

        then.portal().has(it).exactlyOnce(ANSWER);
        assertThat(then.citizen().reads(it)).containsOnlyOnce(ANSWER);
    }

    @Test
    void theSameTextAgainIsADuplicateAndAnotherOneIsAdded() {
        var it = given.aNotificationHasArrived();
        var again = given.aNotification().about(it).titled(it.title()).saying(it.content());
        assertThat(again.isHandedOver().is(202).body()).contains("duplicate");
        assertThat(again.isHandedOver().is(202).body()).contains("duplicate");

        var more = given.aNotification().about(it).saying("Sekarang dua lampu yang padam.");
        assertThat(more.isHandedOver().is(202).body()).contains("updated");
        assertThat(more.isHandedOver().is(202).body()).contains("duplicate");

        then.admin().sees(it).inState("RECEIVED").saying("Warga menulis lagi", "Sekarang dua lampu yang padam.");
        assertThat(then.admin().opens(it).html().select(".case-talk article")).hasSize(1);
    }

    @Nested
    class WhenThePortalIsNotWell {

        @Test
        void deadTheAnswerWaitsAndIsNeverCalledSent() {
            var it = anAnsweredCase();
            given.portal().is("MATI");

            when.admin().approves(it);
            thenItsDeliveryFails(it);
            then.admin()
                    .sees(it)
                    .inState("ANSWERED")
                    .saying("Disetujui, sedang dikirim")
                    .withClock("RELAY", "RUNNING");
            assertThat(then.admin().opens(it).html().select(".answer").text()).doesNotContain("Diterima portal");
            when.admin()
                    .post(it.path("perbaikan"), "catatan", "Terlambat.")
                    .is(409)
                    .says("sedang dikirim");

            given.portal().is("NORMAL");
            when.admin().sendsNow(it);
            then.admin().sees(it).inState("RELAYED");
            then.portal().has(it).exactlyOnce(ANSWER);
        }

        @Test
        void backAgainItGetsTheAnswerWithoutAnybodysHelp() {
            given.portal().is("MATI");
            var first = anAnsweredCase();
            var second = anAnsweredCase();
            when.admin().approves(first);
            when.admin().approves(second);
            thenItsDeliveryFails(first);

            given.portal().is("NORMAL");

            then.admin().sees(first).inState("RELAYED");
            then.admin().sees(second).inState("RELAYED");
            then.portal().has(first).exactlyOnce(ANSWER);
            then.portal().has(second).exactlyOnce(ANSWER);
        }

        @Test
        void anAnswerThatItTookWithAnErrorIsFoundThereAndNotSentAgain() {
            var it = anAnsweredCase();
            given.portal().is("GALAT");

            when.admin().approves(it);

            then.admin().sees(it).inState("RELAYED");
            then.portal().has(it).exactlyOnce(ANSWER);
        }

        @Test
        void deadAfterAnErrorTheAnswerIsLookedUpWhenItIsBack() {
            var it = anAnsweredCase();
            given.portal().is("GALAT");
            when.admin().approves(it);
            await().until(() -> !then.portal().answers(it).isEmpty());

            given.portal().is("MATI");
            given.portal().is("NORMAL");

            then.admin().sees(it).inState("RELAYED");
            then.portal().has(it).exactlyOnce(ANSWER);
        }

        @Test
        void slowItIsWaitedFor() {
            var it = anAnsweredCase();
            given.portal().is("LAMBAT");

            var approval = Instant.now();
            when.admin().approves(it);

            then.admin().sees(it).inState("RELAYED");
            assertThat(Duration.between(approval, Instant.now())).isGreaterThan(Duration.ofSeconds(3));
            then.portal().has(it).exactlyOnce(ANSWER);
        }

        @Test
        void deadEverythingBeforeTheRelayGoesOn() {
            given.portal().is("MATI");

            var it = given.aNotificationHasArrived();
            when.admin().forwards(it).to("disdukcapil");
            when.officer("disdukcapil").returnsToTheDesk(it, "Lampu jalan bukan urusan kami.");
            when.admin().forwards(it).to("dputr", "disdukcapil");
            when.officer("disdukcapil").contributes(it, "Alamatnya benar.");
            when.officer("dputr").answers(it, "Sudah.");
            when.admin().asksForRevision(it, "Tulis kapan.");
            when.officer("dputr").answers(it, ANSWER);
            when.admin().approves(it);
            then.admin().sees(it).inState("ANSWERED");

            given.portal().is("NORMAL");
            then.admin().sees(it).inState("RELAYED");
            then.portal().has(it).exactlyOnce(ANSWER);
        }

        private void thenItsDeliveryFails(Case it) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(then.admin()
                                    .get("/pengiriman")
                                    .is(200)
                                    .html()
                                    .select("[data-delivery]:has(a[href=/pengaduan/%d])".formatted(it.id()))
                                    .text())
                            .contains("portal sedang tidak melayani"));
        }
    }

    @Nested
    class InterimAnswers {

        private static final String INTERIM = "Sudah dijadwalkan minggu depan.";

        @Test
        void goOutAndTheAgencyHasItsPromiseToKeep() {
            var it = anInterimAnswerToApprove();

            when.admin().approves(it);
            then.admin().sees(it).inState("FORWARDED").withClock("PROMISE", "RUNNING");
            then.portal().has(it).exactlyOnce(INTERIM);
            then.officer("dputr")
                    .sees(it)
                    .saying(INTERIM, "jawaban tuntas dijanjikan")
                    .offered("jawaban");
            then.supervisor().sees(it).withClock("PROMISE", "RUNNING");

            when.officer("dputr").answers(it, ANSWER);
            when.admin().approves(it);
            then.admin().sees(it).inState("RELAYED").withClock("PROMISE", "MET");
            then.portal().has(it).exactlyOnce(INTERIM, ANSWER);
        }

        @Test
        void waitWhenThePortalIsDown() {
            var it = anInterimAnswerToApprove();
            given.portal().is("MATI");

            when.admin().approves(it);
            then.admin().sees(it).inState("ANSWERED");
            when.officer("dputr")
                    .post(it.path("jawaban"), "isi", ANSWER)
                    .is(409)
                    .says(ANSWER);

            given.portal().is("NORMAL");
            then.admin().sees(it).inState("FORWARDED");
            then.portal().has(it).exactlyOnce(INTERIM);
        }

        @Test
        void needADayThatIsNotPast() {
            var it = aForwardedCase();

            when.officer("dputr")
                    .post(it.path("jawaban"), "isi", INTERIM, "jenis", "SEMENTARA")
                    .is(422)
                    .says(INTERIM);
            when.officer("dputr")
                    .post(it.path("jawaban"), "isi", INTERIM, "jenis", "SEMENTARA", "janji", "2020-01-01")
                    .is(422)
                    .says(INTERIM);
        }

        private Case anInterimAnswerToApprove() {
            var it = aForwardedCase();
            when.officer("dputr").answersForNow(it, INTERIM, given.today().plusDays(9));
            return it;
        }
    }

    @Nested
    class MoreThanOneAgency {

        @Test
        void aSupportingAgencyContributesAndTheLeadAnswers() {
            var it = given.aNotificationHasArrived();
            when.admin().forwards(it).to("dputr", "disdukcapil");
            then.officer("disdukcapil")
                    .sees(it)
                    .inTheQueue()
                    .offered("sumbangan")
                    .notOffered("jawaban");
            when.officer("disdukcapil")
                    .post(it.path("jawaban"), "isi", "Saya jawab.")
                    .is(403);
            when.officer("disdukcapil")
                    .post(it.path("pengembalian"), "alasan", "Bukan kami.")
                    .is(403);
            when.officer("dputr")
                    .post(it.path("sumbangan"), "isi", "Saya bantu.")
                    .is(403);

            when.officer("disdukcapil").contributes(it, "Penduduknya 40 keluarga.");
            then.officer("dputr").sees(it).inState("FORWARDED").saying("Penduduknya 40 keluarga.");
            when.officer("disdukcapil")
                    .post(it.path("sumbangan"), "isi", "Lagi.")
                    .is(409)
                    .says("Lagi.");

            when.officer("dputr").answers(it, ANSWER);
            when.admin().approves(it);
            then.admin().sees(it).inState("RELAYED");
            then.portal().has(it).exactlyOnce(ANSWER);
        }

        @Test
        void theLeadReturnsItToTheDesk() {
            var it = aForwardedCase();

            when.officer("dputr").returnsToTheDesk(it, "Jalan ini milik provinsi.");

            then.admin()
                    .sees(it)
                    .inState("RECEIVED")
                    .saying("Dikembalikan (bukan wewenang)", "Jalan ini milik provinsi.")
                    .withClock("ANSWER", "CANCELLED")
                    .withClock("FORWARD", "RUNNING")
                    .offered("penerusan");
            when.officer("dputr").post(it.path("jawaban"), "isi", ANSWER).is(403);
        }

        @Test
        void theDeskTakesItBack() {
            var it = aForwardedCase();

            when.admin().recalls(it, "Salah alamat.");

            then.admin().sees(it).inState("RECEIVED").saying("Ditarik kembali", "Salah alamat.");
            then.officer("dputr").sees(it).notAtAll();
            when.officer("dputr").post(it.path("jawaban"), "isi", ANSWER).is(404);
        }

        @Test
        void theDeskGivesItToAnotherAgency() {
            var it = aForwardedCase();
            when.admin()
                    .post(it.path("pengalihan"), "utama", "dputr", "alasan", "Sama saja.")
                    .is(409)
                    .says("Sama saja.");

            when.admin().reassigns(it, "disdukcapil", "Ternyata soal alamat.");

            then.officer("dputr").sees(it).notAtAll();
            then.officer("disdukcapil")
                    .sees(it)
                    .inTheQueue()
                    .inState("FORWARDED")
                    .offered("jawaban");
            when.officer("disdukcapil").answers(it, ANSWER);
            when.admin().approves(it);
            then.portal().has(it).exactlyOnce(ANSWER);
        }

        @Test
        void anAgencyThatDoesNotSignInIsWrittenDown() {
            var it = given.aNotificationHasArrived();
            when.admin().forwards(it).to("atr-bpn");
            var day = given.today().toString();
            when.admin()
                    .post(
                            it.path("jawaban-tercatat"),
                            "perangkat",
                            "atr-bpn",
                            "isi",
                            ANSWER,
                            "pejabat",
                            "Sri Contoh",
                            "tanggal",
                            day)
                    .is(422)
                    .says(ANSWER, "Sri Contoh");
            when.admin()
                    .post(
                            it.path("jawaban-tercatat"),
                            "perangkat",
                            "dputr",
                            "isi",
                            ANSWER,
                            "sumber",
                            "B/12",
                            "pejabat",
                            "Sri Contoh",
                            "tanggal",
                            day)
                    .is(409)
                    .says("B/12");

            when.admin()
                    .post(
                            it.path("jawaban-tercatat"),
                            "perangkat",
                            "atr-bpn",
                            "isi",
                            ANSWER,
                            "sumber",
                            "Surat B/12/XI",
                            "pejabat",
                            "Sri Contoh",
                            "tanggal",
                            day)
                    .is(303);
            then.admin()
                    .sees(it)
                    .inState("ANSWERED")
                    .saying("Dicatat admin", "Sri Contoh", "Surat B/12/XI")
                    .withClock("ANSWER", "MET");
            then.officer("atr-bpn").sees(it).saying(ANSWER);

            when.admin().approves(it);
            then.admin().sees(it).inState("RELAYED");
            then.portal().has(it).exactlyOnce(ANSWER);
        }
    }

    @Nested
    class Review {

        @Test
        void anAnswerIsSentBackAndOnlyTheBetterOneGoesOut() {
            var it = aForwardedCase();
            when.officer("dputr").answers(it, "Sudah.");
            when.admin().asksForRevision(it, "Sebutkan kapan diganti.");
            then.officer("dputr")
                    .sees(it)
                    .inState("FORWARDED")
                    .saying("Sebutkan kapan diganti.")
                    .withClock("ANSWER", "RUNNING");

            when.officer("dputr").answers(it, ANSWER);
            when.admin().approves(it);

            then.admin().sees(it).inState("RELAYED");
            then.portal().has(it).exactlyOnce(ANSWER);
        }

        @Test
        void anAnswerThatNamesTheReporterNeedsAReason() {
            var it = given.aNotification().by("Siti Contoh Aminah").hasArrived();
            when.admin().forwards(it).to("dputr");
            when.officer("dputr").answers(it, "Yth. Siti Contoh Aminah, lampu sudah diganti.");

            when.admin().post(it.path("persetujuan")).is(422).says("identitas pelapor");
            then.portal().hasNothingOf(it);

            when.admin()
                    .post(it.path("persetujuan"), "alasan", "Pelapor memintanya.")
                    .is(303);
            then.admin().sees(it).inState("RELAYED");
        }
    }

    @Nested
    class PutAside {

        @Test
        void asADuplicate() {
            var original = given.aNotificationHasArrived();
            var it = given.aNotificationHasArrived();

            when.admin().archivesAsDuplicate(it, original);

            then.admin().sees(it).inState("ARCHIVED").saying("Duplikat dari", "#" + original.id());
            then.portal().hasNothingOf(it);
        }

        @Test
        void asNotOurAuthorityAndThePortalIsTold() {
            var it = given.aNotificationHasArrived();

            when.admin().archivesAsNotOurAuthority(it, "Jalan ini milik provinsi.");

            then.admin().sees(it).inState("ARCHIVED");
            then.portal().wasToldThatItIsNotOurs(it, "Jalan ini milik provinsi.");
        }

        @Test
        void asNotOurAuthorityWhenThePortalIsDownIsToldLater() {
            var it = aForwardedCase();
            given.portal().is("MATI");

            when.admin().archivesAsNotOurAuthority(it, "Jalan ini milik pusat.");
            then.admin().sees(it).inState("ARCHIVED").saying("Menunggu dikirim");

            given.portal().is("NORMAL");
            then.portal().wasToldThatItIsNotOurs(it, "Jalan ini milik pusat.");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> then.admin().sees(it).inState("ARCHIVED").saying("Diterima portal"));
        }

        @Test
        void asNotOurAuthorityIsToldOnceThoughThePortalAnsweredWithAnError() {
            var it = given.aNotificationHasArrived();
            given.portal().is("GALAT");

            when.admin().archivesAsNotOurAuthority(it, "Jalan ini milik negara lain.");

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> then.admin().sees(it).inState("ARCHIVED").saying("Diterima portal"));
            then.portal().wasToldThatItIsNotOurs(it, "Jalan ini milik negara lain.");
        }

        @Test
        void andTakenUpAgain() {
            var original = given.aNotificationHasArrived();
            var it = given.aNotificationHasArrived();
            when.admin().archivesAsDuplicate(it, original);

            when.admin().reopens(it, "Bukan yang sama.");

            then.admin()
                    .sees(it)
                    .inState("RECEIVED")
                    .saying("putaran ke-2", "Bukan yang sama.")
                    .withClock("FORWARD", "RUNNING")
                    .inTheQueue();
            when.admin().forwards(it).to("dputr");
            when.officer("dputr").answers(it, ANSWER);
            when.admin().approves(it);
            then.portal().has(it).exactlyOnce(ANSWER);
        }
    }

    @Nested
    class TheCitizenWritesAgain {

        private static final String REPLY = "Lampunya padam lagi malam ini.";

        @Test
        void afterTheAnswerAndANewRoundBegins() {
            var it = aRelayedCase();

            when.citizen().replies(it, REPLY);

            then.admin()
                    .sees(it)
                    .inState("RECEIVED")
                    .saying("putaran ke-2", REPLY)
                    .withClock("FORWARD", "RUNNING")
                    .withClock("REPLY_WINDOW", "MET");
            then.officer("dputr").sees(it).saying(REPLY).notOffered("jawaban");

            when.admin().forwards(it).to("dputr");
            when.officer("dputr").answers(it, ANSWER);
            when.admin().approves(it);
            then.admin().sees(it).inState("RELAYED");
            then.portal().has(it).exactlyOnce(ANSWER, ANSWER);
        }

        @Test
        void afterTheAnswerAlsoWhenThePortalIsDownForUs() {
            var it = aRelayedCase();
            given.portal().is("MATI");

            when.citizen().replies(it, REPLY);
            then.admin().sees(it).inState("RECEIVED").saying(REPLY);
            when.admin().forwards(it).to("dputr");
            when.officer("dputr").answers(it, ANSWER);
            when.admin().approves(it);
            then.admin().sees(it).inState("ANSWERED");

            given.portal().is("NORMAL");
            then.admin().sees(it).inState("RELAYED");
            then.portal().has(it).exactlyOnce(ANSWER, ANSWER);
        }

        @Test
        void duringTheWorkAndTheAgencyReadsIt() {
            var it = aForwardedCase();

            when.citizen().replies(it, REPLY);

            then.officer("dputr").sees(it).inState("FORWARDED").saying(REPLY).offered("jawaban");
        }
    }

    @Nested
    class Pengawasan {

        @Test
        void goesToTheInspektoratAndToNobodyElse() {
            var it = given.aNotification().ofClass("PENGAWASAN").hasArrived();
            then.admin().sees(it).marked("Berkadar pengawasan");
            when.admin()
                    .post(it.path("penerusan"), "utama", "dputr", "catatan", "Mohon dicek.")
                    .is(409)
                    .says("Inspektorat", "Mohon dicek.");
            when.admin()
                    .post(it.path("penerusan"), "utama", "inspektorat", "pendukung", "dputr")
                    .is(409);

            when.admin().forwards(it).to("inspektorat");

            then.anOfficerOf("inspektorat").sees(it).inTheQueue().inState("FORWARDED");
            then.officer("dputr").sees(it).notAtAll();
            then.officer("disdukcapil").sees(it).notAtAll();
            when.anOfficerOf("inspektorat").answers(it, ANSWER);
            when.admin().approves(it);
            then.admin().sees(it).inState("RELAYED");
            then.portal().has(it).exactlyOnce(ANSWER);
        }

        @Test
        void isTakenFromTheAccusedTheMomentItIsKnown() {
            var it = aForwardedCase();
            when.officer("dputr").opens(it).is(200);

            when.admin().classifiesAsPengawasan(it, "dputr");

            then.officer("dputr").sees(it).notAtAll();
            when.officer("dputr").post(it.path("jawaban"), "isi", ANSWER).is(404);
            then.admin().sees(it).inState("RECEIVED").saying("Terlapor");
            when.admin().forwards(it).to("inspektorat");
            then.officer("dputr").sees(it).notAtAll();
            then.anOfficerOf("inspektorat").sees(it).inState("FORWARDED");
        }

        @Test
        void aboutTheInspektoratGoesToTheSekretariatDaerah() {
            var it = given.aNotificationHasArrived();
            when.admin().classifiesAsPengawasan(it, "inspektorat");
            when.admin().post(it.path("penerusan"), "utama", "inspektorat").is(409);

            when.admin().forwards(it).to("setda");

            then.anOfficerOf("inspektorat").sees(it).notAtAll();
            then.anOfficerOf("setda").sees(it).inState("FORWARDED").offered("jawaban");
        }
    }

    @Nested
    class WhoComplains {

        private static final String NAME = "Wati Contoh Rahayu";

        @Test
        void anonymouslyIsKnownToNobodyHere() {
            var it = given.aNotification().by(NAME).anonymous().hasArrived();
            when.admin().forwards(it).to("dputr");

            for (var reader : new Somebody[] {then.admin(), then.officer("dputr"), then.supervisor()}) {
                reader.sees(it).marked("Anonim").saying(it.content()).notSaying(NAME);
            }
            then.admin().sees(it).notByTheWord("Rahayu");
        }

        @Test
        void byNameIsKnownToTheDeskAloneForAReason() {
            var it = given.aNotification().by(NAME).hasArrived();
            when.admin().forwards(it).to("dputr");

            then.admin().sees(it).notSaying(NAME);
            then.admin().post(it.path() + "/identitas", "alasan", " ").is(422).doesNotSay(NAME);
            then.admin()
                    .post(it.path() + "/identitas", "alasan", "Ditanya Inspektorat.")
                    .is(200)
                    .says(NAME);
            then.admin().sees(it).notSaying(NAME);
            then.officer("dputr").sees(it).notSaying(NAME);
            then.officer("dputr")
                    .post(it.path() + "/identitas", "alasan", "Ingin tahu.")
                    .is(403)
                    .doesNotSay(NAME);
            then.supervisor().sees(it).notSaying(NAME);
        }

        @Test
        void withANumberIsReadByTheDeskAlone() {
            var it = given.aNotification()
                    .saying("Hubungi saya di 0812-3456-7890, NIK 3209011204870003.")
                    .hasArrived();
            when.admin().forwards(it).to("dputr");

            then.admin().sees(it).saying("0812-3456-7890", "3209011204870003");
            then.officer("dputr").sees(it).notSaying("0812-3456-7890", "3209011204870003");
            then.supervisor().sees(it).notSaying("0812-3456-7890", "3209011204870003");
        }

        @Test
        void inSecretIsReadByWhoWorksOnItAndNotByWhoWatches() {
            var it = given.aNotification()
                    .titled("Judulrahasia pungutan")
                    .saying("Isirahasia tentang pungutan.")
                    .secret()
                    .enclosing("buktirahasia.txt", "bukti".getBytes(StandardCharsets.UTF_8))
                    .hasArrived();
            when.admin().forwards(it).to("dputr");

            then.admin()
                    .sees(it)
                    .marked("Rahasia")
                    .saying("Isirahasia", "buktirahasia.txt")
                    .byTheWord("isirahasia");
            then.officer("dputr")
                    .sees(it)
                    .marked("Rahasia")
                    .saying("Isirahasia", "buktirahasia.txt")
                    .byTheWord("isirahasia");
            then.supervisor()
                    .sees(it)
                    .inTheQueue()
                    .marked("Rahasia")
                    .saying("isi dirahasiakan")
                    .notSaying("Judulrahasia", "Isirahasia", "buktirahasia")
                    .notByTheWord("isirahasia")
                    .withClock("ANSWER", "RUNNING");

            when.officer("dputr").answers(it, "Jawabanrahasia: pungutan dihentikan.");
            then.supervisor().sees(it).notSaying("Jawabanrahasia");
            when.citizen().replies(it, "Balasanrahasia: terima kasih.");
            then.officer("dputr").sees(it).saying("Balasanrahasia");
            then.supervisor().sees(it).notSaying("Balasanrahasia");
        }
    }

    private Case aForwardedCase() {
        var it = given.aNotificationHasArrived();
        given.admin().forwards(it).to("dputr");
        return it;
    }

    private Case anAnsweredCase() {
        var it = aForwardedCase();
        given.officer("dputr").answers(it, ANSWER);
        return it;
    }

    private Case aRelayedCase() {
        var it = anAnsweredCase();
        given.admin().approves(it);
        then.admin().sees(it).inState("RELAYED");
        return it;
    }
}
