package id.go.cirebonkab.lajur.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a notification's labels can mean, and the words they are known by. */
enum Label {
    TRACKING_ID(
            "id laporan, nomor laporan, no laporan, kode laporan, id pengaduan, nomor pengaduan, no pengaduan, id aduan,"
                    + " nomor aduan, no aduan, nomor tiket, no tiket, tracking id, trackingid, id tracking, nomor tracking,"
                    + " no tracking, report id, report number, report no, complaint id, complaint number"),
    TITLE("judul, judul laporan, judul pengaduan, judul aduan, title, report title"),
    CONTENT("isi laporan, isi, isi pengaduan, isi aduan, uraian, uraian laporan, uraian pengaduan, deskripsi,"
            + " deskripsi laporan, content, report content, description"),
    CATEGORY("kategori, kategori laporan, kategori pengaduan, category"),
    CLASSIFICATION("klasifikasi, klasifikasi laporan, klasifikasi pengaduan, jenis laporan, classification"),
    DATE_OF_INCIDENT("tanggal kejadian, tgl kejadian, waktu kejadian, date of incident, incident date"),
    LOCATION("lokasi, lokasi kejadian, tempat kejadian, location"),
    /** Whom the citizen addresses; the desk decides anew, so it is not kept. */
    AGENCY("instansi, instansi tujuan, instansi terlapor, agency"),
    REPORTER_NAME("pelapor, nama pelapor, nama lengkap pelapor, reporter, reporter name, name of reporter"),
    /** How to reach the reporter: none of our business, and blacked out with the name. */
    REPORTER_CONTACT("email pelapor, e-mail pelapor, surel pelapor, telepon pelapor, telp pelapor, no telepon pelapor,"
            + " nomor telepon pelapor, no hp pelapor, nomor hp pelapor, hp pelapor, no wa pelapor, whatsapp pelapor,"
            + " kontak pelapor, alamat pelapor, nik pelapor, no ktp pelapor, reporter email, reporter phone,"
            + " reporter address, reporter contact"),
    ANONYMOUS("anonim, laporan anonim, anonymous, is anonymous"),
    SECRET("rahasia, laporan rahasia, secret, is secret, confidential"),
    CHANNEL("kanal, kanal laporan, kanal pengaduan, saluran, channel"),
    CREATED_AT("tanggal laporan, tgl laporan, waktu laporan, tanggal pengaduan, tanggal dibuat, dibuat, dibuat pada,"
            + " tanggal masuk, created, created at, report date, date of report");

    /** No label is longer, so no more of a line than this is looked at. */
    static final int LONGEST = 40;

    private static final Map<String, Label> BY_WORDS = new HashMap<>();

    static {
        for (var label : values()) {
            for (var words : label.words.split(",\\s*")) {
                BY_WORDS.put(words, label);
            }
        }
    }

    private final String words;

    Label(String words) {
        this.words = words;
    }

    /** The label written there, in any case, bold or not; empty for every other text. */
    static Optional<Label> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean dropped = c == '*' || c == '.' || Character.getType(c) == Character.FORMAT;
            if (!dropped) {
                plain.append(c == '_' || Notification.isBlank(c) ? ' ' : c);
            }
        }
        var words = plain.toString().strip().toLowerCase(Locale.ROOT).replaceAll(" +", " ");
        return Optional.ofNullable(BY_WORDS.get(words));
    }

    String[] words() {
        return words.split(",\\s*");
    }

    boolean isOfTheReporter() {
        return this == REPORTER_NAME || this == REPORTER_CONTACT;
    }
}
