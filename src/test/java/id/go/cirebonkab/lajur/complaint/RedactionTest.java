package id.go.cirebonkab.lajur.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.go.cirebonkab.lajur.support.Proof;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    /**
     * A person's number or address stands between ⟨ and ⟩, with N, T, S, R or P (NIK, telepon,
     * surel, rekening, plat) before it.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NIK saya N⟨3209123456780001⟩.",
                "NIK: N⟨3209 1234 5678 0001⟩ atas nama Siti",
                "nik N⟨320912.345678.0001⟩, KK N⟨320912.010203.0004⟩",
                "No. KK N⟨3209-1201-0203-0004⟩ belum jadi",
                "N⟨32.09.12.345678.0001⟩ sudah didaftarkan",
                "N⟨3209 12 12 2012 0001⟩ tidak ditemukan",
                "N⟨3 2 0 9 1 2 3 4 5 6 7 8 0 0 0 1⟩ dieja",
                "NIK3209: N⟨1234567890123456⟩",
                "KK N⟨3209123456780001⟩ N⟨3209123456780002⟩ ganda",
                "RT 12 N⟨3209 1234 5678 9012⟩ RW 3",
                "NIK\u00a0N⟨3209\u00a01234\u00a05678\u00a09012⟩",
                "1.N⟨3209123456780001⟩ 2.N⟨3209123456780002⟩",
                "Hubungi T⟨08123456789⟩ segera.",
                "HP:T⟨081234567890⟩/T⟨081987654321⟩",
                "HPT⟨081234567890⟩",
                "WA T⟨0812-3456-7890⟩ ya",
                "WA T⟨0812 3456 7890⟩ atau T⟨0813 4567 8901⟩",
                "T⟨0812.3456.7890⟩",
                "T⟨0812.3456.7890⟩.T⟨0813.4567.8901⟩",
                "T⟨081.234.567.890⟩ aktif",
                "T⟨08 12 34 56 78 90⟩ dieja",
                "T⟨0 8 1 2 3 4 5 6 7 8 9⟩ dieja",
                "T⟨(0812) 3456-7890⟩",
                "(T⟨081234567890⟩)",
                "T⟨+62 812-3456-7890⟩",
                "T⟨+62812 3456 7890⟩",
                "T⟨+6281234567890⟩.",
                "T⟨(+62) 812 3456 7890⟩",
                "T⟨+62 (231) 8330580⟩",
                "T⟨+62.812.345.678⟩",
                "T⟨6281234567890⟩",
                "T⟨62 812 3456 7890⟩",
                "https://wa.me/T⟨6281234567890⟩?text=halo",
                "Telp. T⟨(0231) 8330580⟩ tidak diangkat",
                "Telp. T⟨(0231)321456⟩",
                "Telp. T⟨0231-8330580⟩",
                "Telp. T⟨0231 8330580⟩",
                "Telp. T⟨02318330580⟩",
                "Telp. T⟨(021) 555-1234⟩",
                "Telp. T⟨021 5551234⟩ pada 2024",
                "T⟨0812–3456–7890⟩ dengan tanda pisah",
                "T⟨0812\u200b3456\u200b7890⟩ dengan spasi tak tampak",
                "1.T⟨08123456789⟩ 2.T⟨08198765432⟩",
                "N⟨3209123456780001⟩ T⟨08123456789⟩",
                "T⟨0812 3456 7890⟩ N⟨3209 1234 5678 0001⟩",
                "T⟨0812 345 67⟩ N⟨3209 1234 5678 0001⟩",
                "T⟨08123456789⟩ 2 kali ditelepon",
                "Sejak 2024 nomor T⟨08123456789⟩ 12 kali",
                "Tulis ke S⟨budi.santoso@gmail.com⟩.",
                "Surel:S⟨budi_99@mail.cirebonkab.go.id⟩, T⟨08123456789⟩",
                "S⟨08123456789@gmail.com⟩",
                "S⟨a+b@contoh.co.id⟩ dan S⟨c@d.id⟩",
                "T⟨٠٨١٢٣٤٥٦٧٨٩⟩ dengan angka Arab",
                "rekening R⟨1234567890⟩",
                "No. rek. BRI R⟨0123-01-012345-50-7⟩ a.n. Siti",
                "rek R⟨1234567890⟩ diganti R⟨0987654321⟩",
                "R⟨1320009988⟩ (BCA)",
                "R⟨1320009988⟩ an. Siti",
                "BNI R⟨0812345678⟩ dan HP T⟨081234567890⟩",
                "GoPay T⟨081234567890⟩ atau OVO R⟨1234567890⟩",
                "transfer Rp 1.500.000 ke R⟨134-00-1122334-5⟩",
                "rekening N⟨3209123456780001⟩",
                "rek R⟨1234567890⟩ NIK N⟨3209 1234 5678 0001⟩",
                "pelat P⟨E 1234 AB⟩",
                "P⟨E 1234 AB⟩, P⟨E.1234.AB⟩, P⟨E-1234-AB⟩ dan P⟨E1234AB⟩",
                "motor P⟨e 1234 ab⟩ di jalan",
                "P⟨e1234ab⟩ di jalan",
                "mobil P⟨B 1 RI⟩",
                "plat P⟨e 12⟩ di jalan",
                "KTP_N⟨3209155507900001⟩.jpg",
                "foto KTP N⟨3209155507900001⟩.jpg",
                "T⟨081234567890⟩-bukti.pdf",
                "bukti-tf-R⟨1320009988⟩-bca.png",
                "rekening_BCA_R⟨1320009988⟩.pdf",
                "foto_P⟨E_1234_AB⟩.jpg",
                "motor-P⟨E1234AB⟩.jpg",
            })
    void whatPointsToAPersonIsMasked(String sentence) {
        var written = sentence.replaceAll("[NTSRP]⟨(.*?)⟩", "$1");
        var masked = sentence.replaceAll("N⟨.*?⟩", "[NIK disamarkan]")
                .replaceAll("T⟨.*?⟩", "[nomor telepon disamarkan]")
                .replaceAll("S⟨.*?⟩", "[surel disamarkan]")
                .replaceAll("R⟨.*?⟩", "[nomor rekening disamarkan]")
                .replaceAll("P⟨.*?⟩", "[plat nomor disamarkan]");
        assertThat(Redaction.mask(written)).isEqualTo(masked);
        assertThat(Redaction.mask(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Jalan berlubang di depan pasar Sumber.",
                "Biaya Rp 1.500.000 per meter",
                "Biaya Rp1.500.000,00",
                "Biaya Rp. 62.850.000.000 tahun ini",
                "Anggaran 62.850.000.000 tidak terserap",
                "Rp 628500000000",
                "sebesar 62850000000 rupiah",
                "sebesar 02850000000 juta",
                "angka 08.000.000 di kuitansi",
                "IDR 0812345678",
                "total 3.209.123.456.789.012 rupiah",
                "08-12-2024 10.30 sampai 09-12-2024 11.30",
                "tanggal 08.12.2024 pukul 08.30 WIB",
                "08/12/2024 10:30:00",
                "08 12 2024",
                "2024-08-12 08:30:00",
                "2024-08-12T08:30:00+07:00",
                "08-12-24 09.30",
                "08.30.00-12.00.00",
                "buka 08.00-16.00, Jumat 08.00 - 16.30",
                "tahun 2024 2025 2026 2027",
                "Laporan #1916449 dan #6281234567, dulu #0831916449",
                "Laporan 1916449 belum dijawab",
                "Laporan 6281234567 belum dijawab",
                "UU Nomor 14 Tahun 2008 dan PP 71/2019",
                "Nomor 08/2024/0012",
                "Nomor 08-2024-0012",
                "Nomor 094/123/Diskominfo/2024",
                "Perda 14 Tahun 2011 Pasal 08 ayat 2",
                "-6.7320229, 108.5523164",
                "-6.732022 108.552316",
                "-6.2345678901, 106.8123456789",
                "6.2345678901 LS",
                "koordinat (-6.70812345, 108.0812345678)",
                "Kode pos 45611, Kabupaten Cirebon",
                "RT 002 RW 005 No. 08",
                "Blok 08 no 12 RT 03 RW 07",
                "NIP 198012312005011002",
                "NIP 19801231 200501 1 002",
                "rekening listrik 538712345678",
                "rekening 1234567",
                "rekening 12345678901234567",
                "nomor 1234567890",
                "transfer Rp 1234567890",
                "rekening sekolah 12-03-2025 10.15",
                "SMS 1708, darurat 112 dan 110",
                "blok A 12 B, kelas X 1, RT 02, SK 123, E 350",
                "mobil L 300 PU",
                "plat B 3 unit",
                "E 1234 km",
                "e 1234 ab",
                "IMG_E1234.JPG",
                "IMG_20250312_081234.jpg",
                "IMG-20250312-WA0001.jpg",
                "WhatsApp Image 2025-03-12 at 08.12.34 (1).jpeg",
                "Screenshot_2025-03-12-08-12-34-567.png",
                "Screenshot_20250312-081234.jpg",
                "FB_IMG_1741762345678.jpg",
                "berat 1.234,56 kg dari 12.345,678 ton",
                "virus 62.5 persen, 08.5 persen",
                "192.168.0.1 dan 10.0.0.254",
                "mention @lapor1708 di media sosial",
                "3 buah@5.000 rupiah",
                "budi@kantor",
                "00000000000000000000",
            })
    void everythingElseStaysAsItWasWritten(String sentence) {
        assertThat(Redaction.mask(sentence)).isEqualTo(sentence);
    }

    @Test
    void maskingTwiceIsMaskingOnce() {
        var seed = Long.getLong("lajur.test.seed", 1_916_449L);
        var random = new Random(seed);
        var pieces = new String[] {
            "08",
            "62",
            "+62",
            "3209",
            "0231",
            "1",
            "12",
            "345",
            "6789",
            "2024",
            "3209123456780001",
            "08123456789",
            " ",
            " ",
            ".",
            ".",
            "-",
            "-",
            "(",
            ")",
            "@",
            "a.id",
            "Rp ",
            "#",
            ", ",
            "\n",
            "juta",
            " – ",
            "rek ",
            "BCA ",
            " an. ",
            "hp ",
            "plat ",
            "motor ",
            "no ",
            "E",
            "B",
            "AB ",
            "KK",
            "1234567890",
            "_",
            "?",
            "[nomor rekening disamarkan]",
            "[plat nomor disamarkan]"
        };
        var proof = Proof.of("masking", "lajur.test.cases", 200_000);
        while (proof.goesOn()) {
            var text = new StringBuilder();
            for (int piece = random.nextInt(14); piece >= 0; piece--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            var once = Redaction.mask(text.toString());
            assertThat(Redaction.mask(once)).as(text.toString()).isEqualTo(once);
        }
        proof.holds("texts with seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "08",
                "1 ",
                "08 ",
                "0812-",
                "1.",
                "62.812.",
                "@",
                "a@",
                "a@b.",
                "(",
                "+62(",
                "08 12 2024 ",
                "Rp 1 ",
                "rek",
                "rek 1 ",
                "1234567890 a ",
                "plat E 1 ",
                "E 1234 ",
                "E1",
                "[NIK"
            })
    void aMegabyteOfAnythingIsReadInOneGo(String piece) {
        var text = piece.repeat(1_000_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Redaction.mask(text));
    }

    @Test
    void sixteenDigitsInAMillionAreNotANik() {
        var digits = "7".repeat(1_000_000);
        assertThat(Redaction.mask(digits)).isEqualTo(digits);
    }
}
