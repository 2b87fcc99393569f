package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** People are told by mail that a case waits for them, and the desk sees that they were. */
class NoticesTests extends Journey {

    @Test
    void theOfficerGetsAMailThatLeadsToTheCaseAndTheDeskOneWhenTheAnswerComes() {
        var it = given.aNotificationHasArrived();

        when.admin().forwards(it).to("dputr", "dlh");

        var mail = mailTo("petugas.dputr@lajur.example", it);
        assertThat(mail.text()).contains("Yth. Petugas DPUTR (contoh)", "#" + it.id(), "Tenggat: ");
        assertThat(mail.text()).doesNotContain(it.content());
        var link = mail.select("a.btn").attr("href");
        assertThat(link).isEqualTo("http://127.0.0.1:" + port + it.path());
        then.officer("dputr").get(link.replaceFirst("^http://[^/]+", "")).is(200);

        when.officer("dputr").answers(it, "Sudah kami tambal.");

        assertThat(mailTo("admin@lajur.example", it).text())
                .contains("menunggu persetujuan Anda")
                .doesNotContain("Sudah kami tambal.");
    }

    @Test
    void theDeskSeesWhoWasToldAndWhomNobodyCanWriteTo() {
        var it = given.aNotificationHasArrived();
        when.admin().forwards(it).to("dputr", "dlh");
        mailTo("petugas.dputr@lajur.example", it);

        var list = then.admin().get("/pemberitahuan").is(200).html().select("li:has(a[href=" + it.path() + "])");
        assertThat(list.eachAttr("data-notice-state")).containsExactly("NO_ADDRESS", "SENT");
        assertThat(list.text()).contains("DLH: tidak ada PIC", "petugas.dputr@lajur.example");
        assertThat(notices(then.admin().opens(it)).eachAttr("data-notice-state"))
                .containsExactly("SENT", "NO_ADDRESS");
        assertThat(notices(then.officer("dputr").opens(it)).eachAttr("data-notice-state"))
                .containsExactly("SENT");
        assertThat(notices(then.supervisor().opens(it))).isEmpty();
        then.admin()
                .get("/pemberitahuan?status=NO_ADDRESS")
                .is(200)
                .says(String.valueOf(it.id()))
                .doesNotSay("data-notice-state=\"SENT\"");
        var sent = list.get(1).attr("data-notice");
        then.admin().post("/pemberitahuan/" + sent + "/ulang").is(422).says("sudah selesai");
    }

    @Test
    void theKeeperOfAccountsSetsWhereMailsGo() {
        var username = "admin.surel" + Case.newNumber();
        when.systemAdmin()
                .post("/akun", "username", username, "nama", "Admin", "peran", "DISTRICT_ADMIN", "surel", "salah")
                .is(422)
                .says("Alamat surel tidak terbaca.");
        when.systemAdmin()
                .post(
                        "/akun",
                        "username",
                        username,
                        "nama",
                        "Admin",
                        "peran",
                        "DISTRICT_ADMIN",
                        "surel",
                        "satu@lajur.example")
                .is(303);
        var row = account(username);
        assertThat(row.text()).contains("satu@lajur.example");
        var path = row.select("form[action$=/surel]").attr("action");

        when.systemAdmin().post(path, "surel", "a@b.id\r\nBcc: c@d.id").is(422);
        when.systemAdmin().post(path, "surel", "").is(303);

        assertThat(account(username).text()).doesNotContain("satu@lajur.example");
        when.systemAdmin()
                .post(path.replace("/surel", "/keaktifan"), "aktif", "false")
                .is(303);
    }

    private Element account(String username) {
        return then.systemAdmin()
                .get("/akun")
                .html()
                .select("[data-username=" + username + "]")
                .first();
    }

    private static Elements notices(Page page) {
        return page.html().select("[data-notice]");
    }

    /** As the page of mails shows it, once it is there. */
    private Element mailTo(String recipient, Case it) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> given.admin()
                                .get("/simulasi/surat-masuk?penerima=" + recipient)
                                .html()
                                .select("[data-recipient]:contains(#" + it.id() + ")")
                                .first(),
                        mail -> mail != null);
    }
}
