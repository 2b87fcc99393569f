package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;

/** A person at a browser, and what people of the desk and the agencies do. Each step succeeds or the story fails. */
final class Somebody extends Browser {

    Somebody(URI base) {
        super(base);
    }

    void signsIn(String username, String password) {
        assertThat(triesToSignIn(username, password).is(302).location())
                .as("after the sign-in of %s", username)
                .doesNotContain("/masuk");
    }

    Sight sees(Case it) {
        return new Sight(this, it);
    }

    Page opens(Case it) {
        return get(it.path());
    }

    Forwarding forwards(Case it) {
        return (lead, supporting) -> {
            var fields = new String[2 + 2 * supporting.length];
            fields[0] = "utama";
            fields[1] = lead;
            for (var at = 0; at < supporting.length; at++) {
                fields[2 + 2 * at] = "pendukung";
                fields[3 + 2 * at] = supporting[at];
            }
            does(it, "penerusan", fields);
        };
    }

    interface Forwarding {
        void to(String lead, String... supporting);
    }

    void reassigns(Case it, String lead, String reason) {
        does(it, "pengalihan", "utama", lead, "alasan", reason);
    }

    void recalls(Case it, String reason) {
        does(it, "penarikan", "alasan", reason);
    }

    void returnsToTheDesk(Case it, String reason) {
        does(it, "pengembalian", "alasan", reason);
    }

    void answers(Case it, String words) {
        does(it, "jawaban", "isi", words);
    }

    void answersForNow(Case it, String words, LocalDate promised) {
        does(it, "jawaban", "isi", words, "jenis", "SEMENTARA", "janji", promised.toString());
    }

    void contributes(Case it, String words) {
        does(it, "sumbangan", "isi", words);
    }

    void approves(Case it) {
        does(it, "persetujuan");
    }

    void asksForRevision(Case it, String note) {
        does(it, "perbaikan", "catatan", note);
    }

    void archivesAsDuplicate(Case it, Case original) {
        does(it, "arsip", "jenis", "DUPLIKAT", "induk", "#" + original.id(), "alasan", "Laporan yang sama.");
    }

    void archivesAsNotOurAuthority(Case it, String reason) {
        does(it, "arsip", "jenis", "BUKAN_WEWENANG", "alasan", reason);
    }

    void reopens(Case it, String reason) {
        does(it, "pembukaan", "alasan", reason);
    }

    void classifiesAsPengawasan(Case it, String accused) {
        does(it, "klasifikasi", "klasifikasi", "PENGAWASAN", "terlapor", accused, "alasan", "Menyangkut petugas.");
    }

    /** Presses "Kirim sekarang" at the deliveries of a case. */
    void sendsNow(Case it) {
        var delivery = get("/pengiriman")
                .html()
                .select("[data-delivery]:has(a[href=/pengaduan/%d])".formatted(it.id()))
                .attr("data-delivery");
        if (!delivery.isEmpty()) {
            post("/pengiriman/" + delivery + "/ulang").is(303);
        }
    }

    private void does(Case it, String form, String... fields) {
        post(it.path(form), fields).is(303).leadsTo(it.path());
    }
}
