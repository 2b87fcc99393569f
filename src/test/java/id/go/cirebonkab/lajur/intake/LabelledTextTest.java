package id.go.cirebonkab.lajur.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.intake.Unreadable.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LabelledTextTest {

    private static final Notification WHOLE = new Notification(
            new TrackingId(1916449),
            "Jalan rusak di Sumber",
            "Jalan berlubang sejak Juni.\nCatatan: sudah dua kali dilaporkan.",
            "Infrastruktur",
            Classification.NON_PENGAWASAN,
            "kemarin malam",
            "Jl. Sunan Drajat, Sumber",
            false,
            true,
            "Budi Santoso",
            "Web",
            Instant.parse("2026-07-06T13:00:00Z"),
            List.of());

    private static final Notification SHORT = shortOne("Jalan rusak", "Berlubang.");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aWholeNotificationIsReadInEveryLayout(String layout, String text) throws Unreadable {
        assertThat(LabelledText.read(text)).isEqualTo(WHOLE);
    }

    static Stream<Arguments> aWholeNotificationIsReadInEveryLayout() {
        var colons = """
                ID Laporan: #1916449
                Judul: Jalan rusak di Sumber
                Kategori: Infrastruktur
                Klasifikasi: Pengaduan tidak berkadar pengawasan
                Tanggal Kejadian: kemarin malam
                Lokasi: Jl. Sunan Drajat, Sumber
                Instansi: Pemerintah Kabupaten Cirebon
                Pelapor: Budi Santoso
                Anonim: Tidak
                Rahasia: Ya
                Kanal: Web
                Tanggal Laporan: 06-07-2026 20:00:00
                Isi Laporan: Jalan berlubang sejak Juni.
                Catatan: sudah dua kali dilaporkan.
                """;
        return Stream.of(
                Arguments.of("colons", colons),
                Arguments.of("Windows line ends", colons.replace("\n", "\r\n")),
                Arguments.of(
                        "capitals",
                        Pattern.compile("(?m)^(?!Catatan)[^:]+:")
                                .matcher(colons)
                                .replaceAll(label -> label.group().toUpperCase(Locale.ROOT))),
                Arguments.of("equals signs", colons.replaceAll("(?m)^(?!Catatan)([^:]+): ", "$1 = ")),
                Arguments.of("tabs", colons.replaceAll("(?m)^(?!Catatan)([^:]+): ", "$1\t")),
                Arguments.of("a tab and a colon", colons.replaceAll("(?m)^(?!Catatan)([^:]+): ", "$1\t: ")),
                Arguments.of("colons in a column", colons.replaceAll("(?m)^(?!Catatan)([^:]+): ", "$1           : ")),
                Arguments.of("no blank behind the colon", colons.replaceAll("(?m)^(?!Catatan)([^:]+): ", "$1:")),
                Arguments.of("values below", colons.replaceAll("(?m)^(?!Catatan)([^:]+): ", "$1:\n")),
                Arguments.of(
                        "values below, indented",
                        colons.replaceAll("(?m)^(?!Catatan)([^:]+): ", "$1\n    ")
                                .replace("\nCatatan", "\n    Catatan")),
                Arguments.of(
                        "values below and a blank line", colons.replaceAll("(?m)^(?!Catatan)([^:]+): ", "\n$1\n\n")),
                Arguments.of("quoted", colons.replaceAll("(?m)^", "> ")),
                Arguments.of("quoted twice", colons.replaceAll("(?m)^", ">> ")),
                Arguments.of(
                        "quoted with values below",
                        colons.replaceAll("(?m)^(?!Catatan)([^:]+): ", "$1:\n").replaceAll("(?m)^", "> > ")),
                Arguments.of("bullets", colons.replaceAll("(?m)^(?!Catatan)", "• ")),
                Arguments.of("dashes", colons.replaceAll("(?m)^(?!Catatan)", "- ")),
                Arguments.of("numbered", colons.replaceAll("(?m)^(?!Catatan)", "1. ")),
                Arguments.of("bold labels", colons.replaceAll("(?m)^(?!Catatan)([^:]+):", "*$1*:")),
                Arguments.of("bold labels with their colons", colons.replaceAll("(?m)^(?!Catatan)([^:]+):", "**$1:**")),
                Arguments.of("bold bullets", colons.replaceAll("(?m)^(?!Catatan)([^:]+):", "* **$1**:")),
                Arguments.of(
                        "non-breaking spaces",
                        colons.replaceAll("(?m)^(?!Catatan)([^: ]+) ?([^:]*): ", "\u00a0$1\u00a0$2\u00a0:\u00a0")),
                Arguments.of("marks of direction", colons.replaceAll("(?m)^(?!Catatan)", "\u200e")),
                Arguments.of("full-width colons", colons.replaceAll("(?m)^(?!Catatan)([^:]+): ", "$1：")),
                Arguments.of(
                        "blank lines between",
                        colons.replace("\nC", "#C").replace("\n", "\n\n").replace("#C", "\nC")),
                Arguments.of(
                        "a greeting and a footer",
                        "Yth. Admin,\n\nada laporan baru di LAPOR!:\n\n"
                                + colons.replace("Kanal: Web\n", "")
                                + "\n--------------\nKanal: Web\n\nSalam,\nTim LAPOR!\n"),
                Arguments.of("other words, another order", """
                        Isi Pengaduan: Jalan berlubang sejak Juni.
                        Catatan: sudah dua kali dilaporkan.
                        -----
                        Nama Pelapor : Budi Santoso
                        Laporan Rahasia: ya
                        Laporan Anonim: tidak
                        No. Pengaduan: 001916449
                        Jenis Laporan: tidak berkadar pengawasan
                        Kanal Laporan: Web
                        Kategori Laporan: Infrastruktur
                        Tempat Kejadian: Jl. Sunan Drajat,
                           Sumber
                        Tgl. Kejadian: kemarin malam
                        Judul Laporan: Jalan rusak
                        di Sumber

                        Dibuat: Senin, 6 Juli 2026 pukul 20.00 WIB
                        """),
                Arguments.of("English", """
                        Tracking ID: 1916449
                        Title: Jalan rusak di Sumber
                        Description: Jalan berlubang sejak Juni.
                        Catatan: sudah dua kali dilaporkan.
                        Category: Infrastruktur
                        Classification: NON_PENGAWASAN
                        Date of incident: kemarin malam
                        Location: Jl. Sunan Drajat, Sumber
                        Reporter: Budi Santoso
                        Reporter phone: 08123456789
                        Anonymous: no
                        Secret: yes
                        Channel: Web
                        Created at: 2026-07-06T20:00:00+07:00
                        """),
                Arguments.of(
                        "the number in the subject only",
                        "Subject: [LAPOR!] Laporan baru #1916449\n\n" + colons.replace("ID Laporan: #1916449\n", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aShortNotificationIsReadAsItWasMeant(String what, String text, Notification meant) throws Unreadable {
        assertThat(LabelledText.read(text)).isEqualTo(meant);
    }

    static Stream<Arguments> aShortNotificationIsReadAsItWasMeant() {
        return Stream.of(
                Arguments.of(
                        "nothing but what must be there",
                        "ID Laporan: 1916449\nJudul: Jalan rusak\nIsi: Berlubang.",
                        SHORT),
                Arguments.of(
                        "a number in the content is no tracking id",
                        "[LAPOR!] Laporan baru #1916449\nJudul: Jalan rusak\nIsi: Seperti laporan #1234567.",
                        shortOne("Jalan rusak", "Seperti laporan #1234567.")),
                Arguments.of(
                        "a label inside a line is none",
                        "ID Laporan: 1916449\nJudul: Jalan rusak\nIsi: Rusak, lokasi: pasar.\nDi lokasi: macet.",
                        shortOne("Jalan rusak", "Rusak, lokasi: pasar.\nDi lokasi: macet.")),
                Arguments.of(
                        "a label that was there before belongs to the content",
                        "ID Laporan: 1916449\nJudul: Jalan rusak\nIsi: Berlubang.\nJudul: bukan judul",
                        shortOne("Jalan rusak", "Berlubang.\nJudul: bukan judul")),
                Arguments.of(
                        "a deeper quotation belongs to the content",
                        "ID Laporan: 1916449\nJudul: Jalan rusak\nIsi: Kata petugas\n> Lokasi: di sana\nBegitu.",
                        shortOne("Jalan rusak", "Kata petugas\n> Lokasi: di sana\nBegitu.")),
                Arguments.of(
                        "lists and blank lines of the content are kept",
                        "ID Laporan: 1916449\nJudul: Jalan rusak\nIsi:\n- satu\n\n  - dua\n1. tiga\n",
                        shortOne("Jalan rusak", "- satu\n\n  - dua\n1. tiga")),
                Arguments.of(
                        "a dash says that there is nothing",
                        "ID Laporan: 1916449\nJudul: Jalan rusak\nLokasi: -\nKlasifikasi: -\nAnonim: -\nKategori:\nIsi: Berlubang.",
                        SHORT),
                Arguments.of(
                        "words around the number",
                        "*ID Laporan: #1916449 (baru)*\nJudul: Jalan rusak\nIsi: Berlubang.",
                        SHORT),
                Arguments.of(
                        "the same number twice",
                        "ID Laporan: 1916449\nJudul: Jalan rusak\nIsi: Berlubang.\nNo. Laporan: #01916449",
                        SHORT));
    }

    @Test
    void oneYesIsEnoughToHideWhoReports() throws Unreadable {
        for (var text : List.of(
                "ID Laporan: 1\nAnonim: Ya\nPelapor: Budi\nIsi: x",
                "ID Laporan: 1\nAnonim: Ya\nPelapor: Budi\nIsi: x\nAnonim: Tidak",
                "ID Laporan: 1\nAnonim: Tidak\nPelapor: Budi\nIsi: x\nAnonim: Ya",
                "ID Laporan: 1\nAnonim: Ya (identitas disembunyikan)\nPelapor: Budi\nIsi: x",
                "ID Laporan: 1\nPelapor: (Anonim)\nIsi: x")) {
            var read = LabelledText.read(text);
            assertThat(read.anonymous()).as(text).isTrue();
            assertThat(read.reporterName()).isNull();
        }
    }

    @ParameterizedTest(name = "{0} for {1}")
    @MethodSource
    void whatCannotBeReadSaysWhy(Reason reason, String text) {
        assertThat(reasonOf(text)).isEqualTo(reason);
    }

    static Stream<Arguments> whatCannotBeReadSaysWhy() {
        return Stream.of(
                Arguments.of(Reason.NO_TRACKING_ID, ""),
                Arguments.of(Reason.NO_TRACKING_ID, "Halo, apa kabar?"),
                Arguments.of(Reason.NO_TRACKING_ID, "Isi: x"),
                Arguments.of(Reason.NO_TRACKING_ID, "ID Laporan:\nIsi: lihat #1234567"),
                Arguments.of(Reason.BAD_TRACKING_ID, "ID Laporan: baru\nIsi: x"),
                Arguments.of(Reason.BAD_TRACKING_ID, "ID Laporan: 12345678901\nIsi: x"),
                Arguments.of(Reason.BAD_TRACKING_ID, "ID Laporan: 1234567\nIsi: x\nID Laporan: 7654321"),
                Arguments.of(Reason.BAD_TRACKING_ID, "Laporan #1234567 dan #7654321\nIsi: x"),
                Arguments.of(Reason.NO_CONTENT, "ID Laporan: 1"),
                Arguments.of(Reason.NO_CONTENT, "ID Laporan: 1\nIsi:\n\nLokasi: x"),
                Arguments.of(Reason.UNKNOWN_CLASSIFICATION, "ID Laporan: 1\nIsi: x\nKlasifikasi: berat"),
                Arguments.of(Reason.BAD_TIME, "ID Laporan: 1\nIsi: x\nTanggal Laporan: kemarin"),
                Arguments.of(Reason.BAD_FIELD, "ID Laporan: 1\nIsi: x\nAnonim: Ya/Tidak"),
                Arguments.of(Reason.TOO_LONG, "ID Laporan: 1\nIsi: " + "x".repeat(50_001)),
                Arguments.of(Reason.TOO_LONG, "ID Laporan: 1\nIsi: x\nJudul: " + "x".repeat(501)));
    }

    @Test
    void hostileTextIsReadOrRefusedQuickly() {
        for (var piece : List.of(
                "x",
                "\u0000",
                "😀",
                "\u202e",
                ">",
                "> ",
                "*",
                "- ",
                "#1",
                "1. ",
                "\n",
                "---\n",
                "Judul\n",
                "Judul:\n",
                "Judul: x\n",
                "Isi:\n",
                "Pelapor:\n",
                "ID Laporan: 1\n",
                "> Isi: x\n",
                "Tanggal Laporan: ",
                "\"reporter_name\":",
                "\"reporter_name\":\"")) {
            var text = piece.repeat(1_000_000 / piece.length());
            for (var whole : List.of(text, "ID Laporan: 1\nLokasi: x\nIsi: " + text)) {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(10),
                        () -> {
                            LabelledText.withReporterBlackedOut(whole);
                            try {
                                LabelledText.read(whole);
                            } catch (Unreadable e) {
                                assertThat(e.detail().length()).isLessThan(300);
                            }
                        },
                        piece);
            }
        }
    }

    @Test
    void nulEmojiAndMarksOfDirectionInTheContentDoNoHarm() throws Unreadable {
        assertThat(LabelledText.read("\u200fID Laporan: \u200e1\nIsi\u0000: y\nIsi: 😀 \u202eterbalik\u202c a\u0000b")
                        .content())
                .isEqualTo("😀 \u202eterbalik\u202c a\uFFFDb");
    }

    @Test
    void theReportersLinesAreBlackedOutAndNothingElse() {
        assertThat(LabelledText.withReporterBlackedOut("""
                        Subject: [LAPOR!] #1916449
                        > *Nama Pelapor*: Budi Santoso
                        - Telepon Pelapor\t: 08123456789
                        Alamat Pelapor: Jl. Melati 5
                          RT 02 RW 03
                        Isi: Pelapor lain: Siti
                        Pelapor:

                        Budi
                        Anonim: Ya
                        """)).isEqualTo("""
                        Subject: [LAPOR!] #1916449
                        > *Nama Pelapor*: ████████
                        - Telepon Pelapor\t: ████████
                        Alamat Pelapor: ████████
                        ████████
                        Isi: Pelapor lain: Siti
                        Pelapor:

                        ████████
                        Anonim: Ya
                        """);
    }

    @Test
    void theLengthOfANameAndTheLineEndsAreNotTold() {
        assertThat(LabelledText.withReporterBlackedOut(
                        "Pelapor: A\r\nReporter = Bambang Sutrisno Wijaya\r\n\r\nIsi: x"))
                .isEqualTo("Pelapor: ████████\r\nReporter = ████████\r\n\r\nIsi: x");
    }

    @Test
    void theReporterInJsonIsBlackedOutEvenWhereTheJsonIsBroken() {
        assertThat(LabelledText.withReporterBlackedOut(
                        "{\"title\":\"a\",\"reporter_name\" : \"Budi \\\"Bud\\\" S\",\"content\":\"b\"}"))
                .isEqualTo("{\"title\":\"a\",\"reporter_name\" : \"████████\",\"content\":\"b\"}");
        assertThat(LabelledText.withReporterBlackedOut("{\"Reporter_Name\": {\"first\": \"Budi\"}, \"x\": 1}"))
                .isEqualTo("{\"Reporter_Name\": \"████████\", \"x\": 1}");
        assertThat(LabelledText.withReporterBlackedOut("{\"reporter_name\": null, \"reporter_name\": \"Budi"))
                .isEqualTo("{\"reporter_name\": null, \"reporter_name\": \"████████\"");
    }

    private static Notification shortOne(String title, String content) {
        return new Notification(
                new TrackingId(1916449),
                title,
                content,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                List.of());
    }

    private static Reason reasonOf(String text) {
        return catchThrowableOfType(Unreadable.class, () -> LabelledText.read(text))
                .reason();
    }
}
