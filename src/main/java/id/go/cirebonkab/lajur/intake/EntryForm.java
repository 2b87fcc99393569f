package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the desk types for a complaint; {@code tempel} is a notification as pasted, {@code pesan} one from quarantine. */
record EntryForm(
        @Nullable String tempel,
        @Nullable UUID pesan,
        @Nullable String nomor,
        @Nullable String judul,
        @Nullable String isi,
        @Nullable String kategori,
        @Nullable String klasifikasi,
        @Nullable String tanggal,
        @Nullable String lokasi,
        @Nullable String pelapor,
        @Nullable String kanal,
        @Nullable Boolean anonim,
        @Nullable Boolean rahasia) {

    static EntryForm empty() {
        return new EntryForm(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    EntryForm pasted(String text, UUID message) {
        return new EntryForm(
                text,
                message,
                nomor,
                judul,
                isi,
                kategori,
                klasifikasi,
                tanggal,
                lokasi,
                pelapor,
                kanal,
                anonim,
                rahasia);
    }

    String textToRead() {
        if (tempel == null || tempel.isBlank()) {
            throw new InvalidInput("tempel", "intake.invalid.paste.missing");
        }
        return tempel;
    }

    EntryForm filledWith(Notification read) {
        return new EntryForm(
                tempel,
                pesan,
                String.valueOf(read.trackingId().value()),
                read.title(),
                read.content(),
                read.category(),
                read.classification() == null ? null : read.classification().name(),
                read.dateOfIncident(),
                read.location(),
                isBlackedOut(read.reporterName()) ? null : read.reporterName(),
                read.channel(),
                read.anonymous(),
                read.secret());
    }

    private static boolean isBlackedOut(@Nullable String text) {
        return text != null && text.indexOf('\u2588') >= 0;
    }

    /** @throws InvalidInput naming the field that can't be taken */
    Notification toNotification(List<AttachedFile> files) {
        var id = TrackingId.read(nomor == null ? "" : nomor)
                .orElseThrow(() -> new InvalidInput("nomor", "intake.invalid.number"));
        if (isi == null || isi.isBlank()) {
            throw new InvalidInput("isi", "intake.invalid.content");
        }
        tooLong("isi", isi, Notification.LONGEST_CONTENT);
        tooLong("judul", judul, Notification.LONGEST_TITLE);
        tooLong("kategori", kategori, Notification.LONGEST_LINE);
        tooLong("lokasi", lokasi, Notification.LONGEST_LINE);
        tooLong("pelapor", pelapor, Notification.LONGEST_LINE);
        tooLong("kanal", kanal, Notification.LONGEST_LINE);
        tooLong("tanggal", tanggal, Notification.LONGEST_LINE);
        return new Notification(
                id,
                judul,
                isi,
                kategori,
                classification(),
                tanggal,
                lokasi,
                isTicked(anonim),
                isTicked(rahasia),
                pelapor,
                kanal,
                null,
                files);
    }

    /** What is kept as the message: the paste where there is one, else the fields as they were typed. */
    String original() {
        return tempel != null && !tempel.isBlank()
                ? tempel
                : "ID Laporan: " + nomor + "\nJudul: " + (judul == null ? "" : judul) + "\nAnonim: "
                        + (isTicked(anonim) ? "Ya" : "Tidak") + "\nIsi Laporan: " + isi;
    }

    /** A box that is not ticked is not sent at all. */
    private static boolean isTicked(@Nullable Boolean box) {
        return Boolean.TRUE.equals(box);
    }

    private @Nullable Classification classification() {
        if (klasifikasi == null || klasifikasi.isBlank()) {
            return null;
        }
        return Arrays.stream(Classification.values())
                .filter(known -> known.name().equals(klasifikasi))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("klasifikasi", "complaint.invalid.classification"));
    }

    private static void tooLong(String field, @Nullable String typed, int longest) {
        if (typed != null && typed.codePointCount(0, typed.length()) > longest) {
            throw new InvalidInput(field, "intake.invalid.long", longest);
        }
    }
}
