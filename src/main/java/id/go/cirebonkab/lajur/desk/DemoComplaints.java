package id.go.cirebonkab.lajur.desk;

import id.go.cirebonkab.lajur.complaint.Answer;
import id.go.cirebonkab.lajur.complaint.AnswerText;
import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.Evidence;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.intake.Inbox;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A few complaints under way, so that the demonstration has something to show. Every person in them is made up. */
@Component
@Profile("coba")
class DemoComplaints {

    private final Inbox inbox;
    private final ComplaintCommands complaints;
    private final DomainClock clock;
    private final JdbcClient jdbc;

    DemoComplaints(Inbox inbox, ComplaintCommands complaints, DomainClock clock, JdbcClient jdbc) {
        this.inbox = inbox;
        this.complaints = complaints;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tellAStory() {
        if (jdbc.sql("select exists (select from complaint)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        var admin = account("admin", Role.DISTRICT_ADMIN, Set.of());
        var dputr = account("petugas.dputr", Role.OFFICER, Set.of("dputr"));

        arrives("""
                {"tracking_id":"1916401","title":"Jalan berlubang di depan Pasar Sumber",
                 "content":"Jalan di depan Pasar Sumber berlubang cukup dalam sejak hujan pekan lalu. Semalam dua motor jatuh. Mohon segera ditambal sebelum ada korban.",
                 "category":"INFRASTRUKTUR","classification":"NON_PENGAWASAN","location":"Kecamatan Sumber","channel":"Android"}""");
        arrives("""
                {"tracking_id":"1916402","title":"Pungutan di loket pelayanan","is_anonymous":true,
                 "content":"Petugas loket meminta uang tambahan untuk berkas yang seharusnya gratis. Kejadian Senin pagi. Mohon diperiksa.",
                 "category":"PELAYANAN PUBLIK","classification":"PENGAWASAN","location":"Sumber","channel":"Web"}""");
        arrives("""
                {"tracking_id":"1916403","title":"KTP elektronik belum jadi","is_secret":true,"reporter_name":"Warga Contoh Satu",
                 "content":"Saya merekam data KTP elektronik tiga bulan lalu dan sampai sekarang belum jadi. Nomor saya 0812-0000-0001.",
                 "category":"KEPENDUDUKAN","location":"Kecamatan Weru","channel":"SMS 1708"}""");
        var forwarded = arrives("""
                {"tracking_id":"1916404","title":"Saluran air tersumbat di Plered","reporter_name":"Warga Contoh Dua",
                 "content":"Saluran air di gang belakang sekolah tersumbat sampah, air naik ke jalan setiap hujan.",
                 "category":"INFRASTRUKTUR","classification":"NON_PENGAWASAN","location":"Kecamatan Plered","channel":"Web"}""");
        complaints.forward(forwarded, null, "dputr", List.of("dlh"), "Mohon dicek bersama.", admin);
        var answered = arrives("""
                {"tracking_id":"1916405","title":"Jembatan kecil retak di Talun",
                 "content":"Pegangan jembatan kecil di jalan desa retak dan bergoyang. Anak sekolah lewat di situ setiap hari.",
                 "category":"INFRASTRUKTUR","classification":"NON_PENGAWASAN","location":"Kecamatan Talun","channel":"Android"}""");
        complaints.forward(answered, null, "dputr", List.of(), null, admin);
        complaints.answer(
                answered,
                null,
                new AnswerText(
                        Answer.Kind.FINAL,
                        "Terima kasih atas laporannya. Pegangan jembatan sudah kami perkuat hari ini dan akan diganti dalam pemeliharaan rutin bulan depan.",
                        null),
                List.of(),
                dputr);
        var relayed = arrives("""
                {"tracking_id":"1916406","title":"Lama pengurusan sertifikat tanah",
                 "content":"Berapa lama pengurusan sertifikat tanah pertama kali, dan apa saja syaratnya?",
                 "category":"PERTANAHAN","classification":"INFORMASI","location":"Kecamatan Kedawung","channel":"Web"}""");
        complaints.forward(relayed, null, "atr-bpn", List.of(), null, admin);
        complaints.recordAnswer(
                relayed,
                null,
                "atr-bpn",
                new AnswerText(
                        Answer.Kind.FINAL,
                        "Pendaftaran pertama kali memerlukan sekitar 98 hari kerja. Syaratnya: KTP, KK, bukti perolehan tanah, dan surat keterangan desa.",
                        null),
                new Evidence("Surat nomor CONTOH/12/2026", "Kepala Seksi (contoh)", clock.today()),
                List.of(),
                admin);
        complaints.approve(relayed, null, null, admin);
    }

    private TrackingId arrives(String notification) {
        inbox.accept(Inbox.Channel.WEBHOOK, notification.getBytes(StandardCharsets.UTF_8));
        var number = notification.replaceAll("(?s).*\"tracking_id\":\"([0-9]+)\".*", "$1");
        return new TrackingId(Long.parseLong(number));
    }

    private Actor account(String username, Role role, Set<String> agencyCodes) {
        return jdbc.sql("select id, display_name, officer_id from account where username = ?")
                .params(username)
                .query((row, number) -> new Actor(
                        row.getLong("id"),
                        row.getString("display_name"),
                        role,
                        agencyCodes,
                        row.getObject("officer_id", Long.class)))
                .single();
    }
}
