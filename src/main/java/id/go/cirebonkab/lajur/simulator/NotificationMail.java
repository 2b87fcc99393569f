package id.go.cirebonkab.lajur.simulator;

import id.go.cirebonkab.lajur.simulator.SimulatedPortal.Notification;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notification as the portal mails it: the same that a gateway would hand over, as labelled lines, in text and in HTML.
 * The words are the portal's own, not the screen's.
 */
@Component
@Profile("coba")
class NotificationMail {

    private static final String PORTAL = "noreply@lapor.example";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONTENT = "Isi Laporan";

    private final SimulatedPortal portal;
    private final MailServer server;

    NotificationMail(SimulatedPortal portal, MailServer server) {
        this.portal = portal;
        this.server = server;
    }

    /** Sends it and notes what came of it. */
    void send(Notification notification) {
        try {
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.smtpPort());
            var mail = sender.createMimeMessage();
            write(notification, mail);
            sender.send(mail);
            portal.note(notification, null, "mailed", "");
        } catch (MessagingException | MailException e) {
            portal.note(notification, null, null, Gateway.shortened(e.toString()));
        }
    }

    static void write(Notification notification, MimeMessage mail) throws MessagingException {
        var body = JSON.readTree(notification.body());
        var lines = lines(body);
        var helper = new MimeMessageHelper(mail, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, "UTF-8");
        helper.setFrom(PORTAL);
        helper.setTo(MailServer.MAILBOX);
        helper.setSentDate(Date.from(notification.createdAt()));
        helper.setSubject((notification.reply() ? "[LAPOR!] Tindak Lanjut Pelapor #" : "[LAPOR!] Laporan Baru #")
                + notification.trackingId());
        helper.setText(text(lines), html(lines));
        for (var file : body.path("attachments")) {
            helper.addAttachment(
                    file.path("file_name").asString("lampiran"),
                    new ByteArrayResource(Base64.getDecoder()
                            .decode(file.path("content_base64").asString(""))),
                    file.path("content_type").asString("application/octet-stream"));
        }
    }

    /** Every label is there, with a dash for what is not known, and the content comes last: so it may hold any line. */
    private static Map<String, String> lines(JsonNode body) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("Tracking ID", said(body, "tracking_id"));
        lines.put("Judul Laporan", said(body, "title"));
        lines.put("Kategori", said(body, "category"));
        lines.put("Klasifikasi", classification(said(body, "classification")));
        lines.put("Instansi Tujuan", "Pemerintah Kabupaten Cirebon");
        lines.put("Tanggal Kejadian", said(body, "date_of_incident"));
        lines.put("Lokasi Kejadian", said(body, "location"));
        lines.put("Anonim", body.path("is_anonymous").asBoolean(false) ? "Ya" : "Tidak");
        lines.put("Rahasia", body.path("is_secret").asBoolean(false) ? "Ya" : "Tidak");
        lines.put("Nama Pelapor", said(body, "reporter_name"));
        lines.put("Kontak Pelapor", "-");
        lines.put("Kanal", said(body, "channel"));
        lines.put("Waktu Laporan", said(body, "created_at") + " WIB");
        lines.put(CONTENT, said(body, "content"));
        return lines;
    }

    private static String said(JsonNode body, String field) {
        return body.path(field).asString("-");
    }

    private static String classification(String name) {
        return switch (name) {
            case "PENGAWASAN" -> "Berkadar Pengawasan";
            case "NON_PENGAWASAN" -> "Tidak Berkadar Pengawasan";
            case "ASPIRASI" -> "Aspirasi";
            case "INFORMASI" -> "Permintaan Informasi";
            default -> name;
        };
    }

    private static String text(Map<String, String> lines) {
        return "Laporan berikut diterima LAPOR! untuk instansi Anda.\n\n"
                + lines.entrySet().stream()
                        .map(line ->
                                line.getKey() + (line.getKey().equals(CONTENT) ? ":\n" : ": ") + line.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private static String html(Map<String, String> lines) {
        return "<!DOCTYPE html><html><body><p>Laporan berikut diterima LAPOR! untuk instansi Anda.</p>"
                + lines.entrySet().stream()
                        .map(line -> "<p><b>" + line.getKey() + ":</b>"
                                + (line.getKey().equals(CONTENT) ? "<br>" : " ")
                                + HtmlUtils.htmlEscape(line.getValue(), "UTF-8").replace("\n", "<br>") + "</p>")
                        .collect(Collectors.joining("\n"))
                + "</body></html>";
    }
}
