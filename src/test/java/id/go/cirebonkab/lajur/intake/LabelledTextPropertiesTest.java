package id.go.cirebonkab.lajur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.support.Proof;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a writer lays out at random, the labels in any order, is read back as it was. {@code -Dlajur.test.seed} and
 * {@code -Dlajur.test.cases} choose other layouts.
 */
class LabelledTextPropertiesTest {

    private static final long SEED = Long.getLong("lajur.test.seed", 1_916_449L);

    private static final String[] WORDS = {
        "jalan",
        "rusak",
        "Catatan:",
        "lokasi",
        "pukul 20.00",
        "a=b",
        "😀",
        "RT 02/RW 05",
        "#7",
        "judul:",
        "Rp 1.500.000",
        "\u202eterbalik\u202c",
        "(lihat foto)",
        "100%",
        "isi",
        "anonim,",
        "*penting*",
        "\"kutip\"",
        "> besar",
        "é",
        "10:30"
    };
    private static final DateTimeFormatter PORTAL = DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss", Locale.ROOT);

    private final Random random = new Random(SEED);

    @Test
    void whatIsWrittenInAnyLayoutIsReadBack() throws Unreadable {
        var proof = Proof.of("labels", "lajur.test.cases", 5_000);
        while (proof.goesOn()) {
            var notification = anyNotification();
            var text = written(notification);
            assertThat(LabelledText.read(text)).as("%s", text).isEqualTo(notification);
            var blackedOut = LabelledText.withReporterBlackedOut(text);
            assertThat(blackedOut).doesNotContain("Pelapor Nomor");
            assertThat(LabelledText.withReporterBlackedOut(blackedOut)).isEqualTo(blackedOut);
        }
        proof.holds("layouts with seed " + SEED);
    }

    private String written(Notification notification) {
        var parts = new ArrayList<String>();
        var form = random.nextInt(6);
        add(
                parts,
                form,
                Label.TRACKING_ID,
                oneOf("", "#", "00", "# ") + notification.trackingId().value());
        add(parts, form, Label.CONTENT, notification.content());
        add(parts, form, Label.TITLE, notification.title());
        add(parts, form, Label.CATEGORY, notification.category());
        add(parts, form, Label.CLASSIFICATION, name(notification.classification()));
        add(parts, form, Label.DATE_OF_INCIDENT, notification.dateOfIncident());
        add(parts, form, Label.LOCATION, notification.location());
        add(parts, form, Label.AGENCY, oneOf("Kabupaten Cirebon", "Dinas PUTR"));
        add(
                parts,
                form,
                Label.ANONYMOUS,
                notification.anonymous() ? oneOf("Ya", "YA", "yes") : oneOf("Tidak", "no", "-"));
        add(parts, form, Label.SECRET, notification.secret() ? oneOf("ya", "Ya.", "1") : oneOf("tidak", "Tidak", "0"));
        add(
                parts,
                form,
                Label.REPORTER_NAME,
                notification.anonymous() ? "Pelapor Nomor 7" : notification.reporterName());
        add(parts, form, Label.REPORTER_CONTACT, "Pelapor Nomor 0812");
        add(parts, form, Label.CHANNEL, notification.channel());
        var createdAt = notification.createdAt();
        add(
                parts,
                form,
                Label.CREATED_AT,
                createdAt == null ? null : PORTAL.format(createdAt.atOffset(ZoneOffset.ofHours(7))));
        Collections.shuffle(parts, random);
        var text = oneOf("", "Yth. Admin,\n\n", "Subject: [LAPOR!] Laporan baru\n\n")
                + String.join(oneOf("\n", "\n\n"), parts)
                + oneOf("", "\n", "\n\n");
        var quoted = text.replaceAll("(?m)^", oneOf("", "", "> ", ">> ", "> > "));
        return random.nextInt(3) == 0 ? quoted.replace("\n", "\r\n") : quoted;
    }

    private void add(List<String> parts, int form, Label label, @Nullable String value) {
        if (value == null) {
            return;
        }
        var words = oneOf(label.words());
        var name = oneOf(
                        words,
                        words.toUpperCase(Locale.ROOT),
                        Character.toUpperCase(words.charAt(0)) + words.substring(1))
                .replace(" ", oneOf(" ", "\u00a0", "  "));
        parts.add(
                switch (form) {
                    case 0 -> name + oneOf(": ", ":", " : ", "\u00a0: ", "：") + value;
                    case 1 -> name + oneOf("=", " = ", "\t", "\t: ") + value;
                    case 2 -> name + oneOf("", ":", " :", "\t") + oneOf("\n", "\n\n") + value;
                    case 3 -> oneOf("*" + name + "*: ", "**" + name + ":** ", "*" + name + ":* ") + value;
                    case 4 -> oneOf("- ", "• ", "* ", "1. ", "2) ") + name + ": " + value;
                    default -> oneOf(" ", "\u200e", "\t") + name + ": " + value;
                });
    }

    private Notification anyNotification() {
        boolean anonymous = random.nextBoolean();
        return new Notification(
                new TrackingId(1 + random.nextInt(Integer.MAX_VALUE)),
                orNothing(someWords(6)),
                someLines(),
                orNothing(someWords(2)),
                random.nextInt(4) == 0 ? null : Classification.values()[random.nextInt(4)],
                orNothing(someWords(2)),
                orNothing(someWords(4)),
                anonymous,
                random.nextBoolean(),
                anonymous ? null : orNothing("Pelapor Nomor " + random.nextInt(100)),
                orNothing(oneOf("Web", "Android", "SMS 1708")),
                random.nextInt(4) == 0 ? null : Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000)),
                List.of());
    }

    private String someLines() {
        var lines = new ArrayList<String>();
        for (int line = random.nextInt(5); line >= 0; line--) {
            lines.add(someWords(8));
            if (line > 0 && random.nextInt(4) == 0) {
                lines.add("");
            }
        }
        return String.join("\n", lines);
    }

    /** Beginning with a word that is neither a label nor a quotation, as no citizen's text can be told from those. */
    private String someWords(int most) {
        var words = new StringBuilder(
                oneOf("Mohon", "Catatan:", "Kata warga:", "Di lokasi:", "- satu", "2. dua", "Jam 10:30"));
        for (int word = random.nextInt(most); word > 0; word--) {
            words.append(' ').append(oneOf(WORDS));
        }
        return words.toString();
    }

    private @Nullable String orNothing(String text) {
        return random.nextInt(4) == 0 ? null : text;
    }

    private @Nullable String name(@Nullable Classification classification) {
        if (classification == null) {
            return null;
        }
        return switch (classification) {
            case PENGAWASAN -> oneOf("PENGAWASAN", "Pengaduan berkadar pengawasan");
            case NON_PENGAWASAN -> oneOf("non_pengawasan", "Pengaduan tidak berkadar pengawasan");
            case ASPIRASI -> "Aspirasi";
            case INFORMASI -> oneOf("INFORMASI", "Permintaan informasi");
        };
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
