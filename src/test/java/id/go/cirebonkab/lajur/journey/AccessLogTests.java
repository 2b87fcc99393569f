package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who read what stands in the log, and the system administrator finds it there without reading a complaint. */
class AccessLogTests extends Journey {

    @Test
    void whoOpensACaseIsWrittenDown() {
        var it = given.aNotificationHasArrived();
        given.admin().forwards(it).to("dputr");
        when.officer("dputr").opens(it).is(200);
        when.officer("disdukcapil").get(it.path()).is(404);
        when.supervisor().get("/pengaduan?q=" + it.id()).is(200);

        assertThat(deedsOn(it, "READ_CASE")).anyMatch(row -> row.contains("DPUTR"));
        assertThat(deedsOn(it, "READ_CASE"))
                .noneMatch(row -> row.toLowerCase().contains("disdukcapil"))
                .noneMatch(row -> row.toLowerCase().contains("pimpinan"));
    }

    @Test
    void aRefusedFormShowsTheCaseAndIsWrittenDownToo() {
        var it = given.aNotificationHasArrived();

        when.admin().post(it.path() + "/penerusan").is(422);

        assertThat(deedsOn(it, "READ_CASE")).hasSize(1);
    }

    @Test
    void whoOpensAFileIsWrittenDown() {
        var it = given.aNotification()
                .enclosing("foto.txt", "foto".getBytes(StandardCharsets.UTF_8))
                .hasArrived();
        var link = given.admin().opens(it).html().select("a[href*=/lampiran/]").attr("href");
        when.admin().get(link).is(200);

        assertThat(deedsOn(it, "READ_FILE"))
                .hasSize(1)
                .allMatch(row -> row.contains(link.substring(link.lastIndexOf('/') + 1)));
    }

    @Test
    void whoReadsARawMessageIsWrittenDown() {
        given.aNotification().isHandedOver("{".getBytes(StandardCharsets.UTF_8)).is(202);
        var message =
                given.admin().get("/karantina").html().select("[data-message]").attr("data-message");
        when.admin().get("/karantina/" + message).is(200);
        when.admin().get("/pengaduan/baru?pesan=" + message).is(200);

        assertThat(rows("/log?jenis=message&nomor=" + message)).hasSize(2);
    }

    @Test
    void theLogIsPagedAndKeepsItsSearch() {
        var it = given.aNotificationHasArrived();
        for (var time = 0; time < 51; time++) {
            when.admin().opens(it);
        }
        var first = then.systemAdmin()
                .get("/log?jenis=complaint&nomor=%23" + it.id())
                .is(200);
        assertThat(first.html().select("[data-entry]")).hasSize(50);
        var next = first.html().select("a[rel=next]").attr("href");
        var second = then.systemAdmin().get(next).is(200);

        assertThat(second.html().select("[data-entry]")).hasSize(1);
        assertThat(second.html().select("a[rel=next]")).isEmpty();
    }

    @Test
    void aSearchThatCannotBeReadSaysSoAndKeepsWhatWasTyped() {
        var page = then.systemAdmin()
                .get("/log?dari=2026-02-31&nomor=77&jenis=complaint")
                .is(422)
                .says("2026-02-31 tidak terbaca");
        assertThat(page.html().select("#nomor").val()).isEqualTo("77");
        then.systemAdmin().get("/log?dari=2026-02-02&sampai=2026-02-01").is(422);
        then.systemAdmin().get("/log?jenis=complaint").is(422).says("Isi juga nomornya");
        then.systemAdmin().get("/log?perbuatan=APA").is(422);
        then.systemAdmin().get("/log?akun=x").is(422);
        then.systemAdmin().get("/log?sesudah=bukan").is(200);
    }

    @Test
    void aSubjectIsToldWhoReadAndWhoChanged() {
        var it = given.aNotificationHasArrived();
        given.admin().forwards(it).to("dputr");
        when.officer("dputr").opens(it);

        var file = then.systemAdmin().post("/log/permintaan", "pengaduan", "#" + it.id());

        file.is(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("attachment", "catatan-" + it.id() + ".csv");
        assertThat(file.body())
                .startsWith("\uFEFF\"Waktu (WIB)\";")
                .contains("Membaca pengaduan", "Diteruskan", "Diterima dari LAPOR!", "penerimaan (otomatis)")
                .contains("Mengunduh data\";\"permintaan subjek data");
        assertThat(deedsOn(it, "EXPORTED")).hasSize(1);
        then.systemAdmin().post("/log/permintaan", "pengaduan", "satu").is(422).says("angka saja");
    }

    @Test
    void whatIsFoundIsTakenOutWholeAndThatIsWrittenDown() {
        var it = given.aNotificationHasArrived();
        for (var time = 0; time < 60; time++) {
            when.admin().opens(it);
        }

        var file = then.systemAdmin().post("/log/unduhan", "jenis", "complaint", "nomor", String.valueOf(it.id()));

        assertThat(file.is(200).body().lines()).hasSize(61);
        then.systemAdmin().get("/log?perbuatan=EXPORTED").says("nomor " + it.id());
    }

    @Test
    void theChainIsVerifiedByAButton() {
        when.admin().opens(given.aNotificationHasArrived());

        var page = then.systemAdmin().post("/log/pemeriksaan").is(200).says("Log utuh");
        var newest = page.html().select("[data-newest]").attr("data-newest");

        assertThat(newest).hasSize(64);
        then.systemAdmin().post("/log/pemeriksaan", "sidik", newest).says("Log utuh");
        then.systemAdmin().post("/log/pemeriksaan", "sidik", "00").says("TIDAK utuh");
    }

    @Test
    void anIncidentIsReportedWithItsDeadlineAndWithoutReporters() {
        var it = given.aNotification().by("Warga Sebenarnya").hasArrived();
        given.admin().forwards(it).to("bapenda");
        when.admin().opens(it);
        var admin = then.systemAdmin()
                .get("/log?jenis=complaint&nomor=" + it.id())
                .html()
                .select(".queue-lead")
                .first()
                .text()
                .replaceAll(".*\\((\\d+)\\)", "$1");
        var asked = "akun=" + admin + "&dari=2020-01-01T00:00&sampai=2099-01-01T00:00&diketahui=2026-11-25T13:00";

        var page = then.systemAdmin().get("/log/insiden?" + asked).is(200);

        assertThat(page.html().select("[data-deadline]").attr("data-deadline")).isEqualTo("2026-11-28T13:00:00+07:00");
        assertThat(page.html().select("[data-subject=" + it.id() + "]").text()).contains("Membaca pengaduan");
        assertThat(Integer.parseInt(page.html().select("[data-subjects]").attr("data-subjects")))
                .isPositive();
        page.doesNotSay("Warga Sebenarnya");
        var file = then.systemAdmin().post("/log/insiden/unduhan", asked.split("[=&]"));
        assertThat(file.is(200).body()).contains(";\"" + it.id() + "\";").doesNotContain("Warga Sebenarnya");
        then.systemAdmin()
                .get("/log/insiden?" + asked.replaceFirst("akun=\\d+&", ""))
                .is(422)
                .says("Pilih sedikitnya");
        then.systemAdmin().get("/log/insiden?" + asked.replace("2099", "2019")).is(422);
        then.systemAdmin()
                .get("/log/insiden?" + asked.replace("2026-11-25T13:00", "besok"))
                .is(422);
    }

    private List<String> deedsOn(Case it, String deed) {
        return rows("/log?jenis=complaint&nomor=" + it.id() + "&perbuatan=" + deed);
    }

    private List<String> rows(String path) {
        return then.systemAdmin()
                .get(path)
                .is(200)
                .html()
                .select("[data-entry]")
                .eachText();
    }
}
