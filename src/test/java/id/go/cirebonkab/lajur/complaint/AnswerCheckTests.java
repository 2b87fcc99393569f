package id.go.cirebonkab.lajur.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCheckTests {

    private static final String COMPLAINT = "Lampu padam sejak 3 Agustus 2026. Hubungi saya di 0812-3456-7890 atau"
            + " siti.aminah@contoh.id, NIK 3209155507900001. Laporan lama #1916449, tarif Rp1.250.000.";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    the full name                       | Ibu Siti Aminah sudah kami hubungi.
                    the full name in capitals           | Kepada SITI AMINAH, terima kasih.
                    the name over two lines             | Kepada Siti  Aminah: terima kasih.
                    the reporter's NIK                  | NIK 3209155507900001 sudah terdaftar.
                    anybody's NIK                       | NIK 3209150101800002 sudah terdaftar.
                    a NIK in groups                     | NIK 3209 1501 0180 0002 sudah terdaftar.
                    a NIK with a date behind it         | NIK 3209150101800002 30-07-2026
                    a NIK with a number before it       | Blok 12 3209150101800002 terdaftar.
                    the reporter's phone                | Nomor 081234567890 tidak dapat dihubungi.
                    the phone in groups                 | Nomor 0812 3456 7890 tidak dapat dihubungi.
                    the phone with the country's code   | Nomor +62 812-3456-7890 tidak dapat dihubungi.
                    the phone with a date behind it     | Kami telepon 081234567890 03-08-2026.
                    the reporter's mail address         | Surel ke Siti.Aminah@contoh.id kembali.
                    """)
    void givesTheReporterAway(String what, String answer) {
        assertThat(AnswerCheck.givesAway(answer, COMPLAINT, "Siti Aminah")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    nothing of the kind                 | Lampu sudah kami perbaiki hari ini.
                    the office's phone                  | Hubungi kami di (0231) 8330580.
                    the office's mobile                 | Hubungi kami di 0811-2345-678.
                    the office's mail address           | Surel kami diskominfo@cirebonkab.go.id.
                    the tracking id                     | Laporan #1916449 sudah ditangani.
                    the tracking id in figures          | Laporan nomor 1916449 sudah ditangani.
                    regulations                         | Sesuai PermenPANRB 5/2025 dan UU 25 Tahun 2009.
                    the day of the complaint            | Sejak 3 Agustus 2026 (03-08-2026).
                    an amount                           | Tarif Rp1.250.000 sesuai Perda 14/2011.
                    a letter's number                   | Surat 005/1234/Diskominfo/2026.
                    half of the name                    | Ibu Siti sudah kami hubungi.
                    a name within another               | Jalan Sitiaminah sudah diperbaiki.
                    """)
    void tellsNothing(String what, String answer) {
        assertThat(AnswerCheck.givesAway(answer, COMPLAINT, "Siti Aminah")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    none
                    A
                    """)
    void aNameThatIsNoneIsFoundNowhere(String name) {
        assertThat(AnswerCheck.givesAway("A sudah diperbaiki.", "Lampu padam.", name))
                .isFalse();
    }
}
