package id.go.cirebonkab.lajur.bench;

import java.util.List;
import java.util.random.RandomGenerator;

/** The words of citizens and officers: made up, but long and varied as real ones are. */
final class Vocabulary {

    /** In so few complaints that a search for it finds a handful. */
    static final String RARE = "trembesi";

    /** In more than every fourth. */
    static final String COMMON = "jalan";

    private static final int ONE_RARE_IN = 20_000;

    /**
     * What people complain about.
     *
     * @param weight how often, relative to the others
     * @param agency who answers for it; {@code null} where that is the kecamatan
     */
    record Topic(int weight, String agency, String category, List<String> problems, List<String> details) {}

    static final List<Topic> TOPICS = List.of(
            new Topic(
                    24,
                    "dputr",
                    "Infrastruktur jalan",
                    List.of(
                            "Jalan berlubang",
                            "Jalan rusak parah",
                            "Jembatan retak",
                            "Drainase tersumbat",
                            "Trotoar ambles",
                            "Tanggul sungai jebol"),
                    List.of(
                            "Lubang sudah sedalam lutut anak dan sering membuat pengendara motor terjatuh, terutama malam hari.",
                            "Sudah tiga kali warga menambal sendiri dengan batu, tetapi hilang lagi setiap hujan deras.",
                            "Truk pengangkut pasir lewat siang malam sehingga aspal mengelupas dari ujung ke ujung.",
                            "Saluran air di kiri kanan tersumbat sehingga air menggenang di badan jalan berhari-hari.",
                            "Anak sekolah terpaksa memutar hampir dua kilometer karena tidak berani melewatinya.")),
            new Topic(
                    12,
                    "dishub",
                    "Perhubungan",
                    List.of(
                            "Lampu penerangan jalan padam",
                            "Lampu lalu lintas mati",
                            "Parkir liar",
                            "Angkutan umum ugal-ugalan",
                            "Rambu hilang"),
                    List.of(
                            "Sepanjang jalan itu gelap gulita sejak magrib dan sudah terjadi dua kali penjambretan.",
                            "Petugas parkir meminta uang tanpa karcis dan marah kalau ditanya.",
                            "Lampu merah menyala bersamaan dari semua arah sehingga kendaraan saling serobot.",
                            "Tiang lampu miring dan kabelnya menjuntai setinggi kepala orang dewasa.")),
            new Topic(
                    12,
                    "dlh",
                    "Lingkungan hidup",
                    List.of(
                            "Sampah menumpuk",
                            "TPS liar di pinggir sungai",
                            "Limbah pabrik berbau",
                            "Pembakaran sampah",
                            "Pohon rawan tumbang"),
                    List.of(
                            "Baunya sampai ke ruang kelas dan lalat masuk ke rumah-rumah warga.",
                            "Truk sampah tidak datang sejak dua minggu lalu padahal iuran tetap ditarik.",
                            "Air sungai berubah hitam setiap pagi sekitar pukul lima dan ikan di tambak mati.",
                            "Asapnya mengganggu balita dan orang tua yang punya penyakit paru-paru.")),
            new Topic(
                    11,
                    "disdukcapil",
                    "Administrasi kependudukan",
                    List.of(
                            "KTP elektronik belum jadi",
                            "Akta kelahiran salah nama",
                            "Kartu keluarga tidak bisa dicetak",
                            "Pindah domisili berbelit",
                            "Antrean pelayanan terlalu lama"),
                    List.of(
                            "Sudah perekaman sejak empat bulan lalu dan setiap kali datang jawabannya blangko habis.",
                            "Petugas loket menyuruh kembali besok, besoknya lagi disuruh melengkapi berkas yang lain.",
                            "Akibatnya anak saya tidak bisa mendaftar sekolah dan bantuan keluarga kami terhenti.",
                            "Di loket tidak ada keterangan syarat yang jelas sehingga warga bolak-balik.")),
            new Topic(
                    8,
                    "tirta-jati",
                    "Air bersih",
                    List.of("Air PDAM tidak mengalir", "Air keruh dan berbau", "Tagihan air melonjak", "Pipa bocor"),
                    List.of(
                            "Air hanya menetes antara pukul satu sampai tiga dini hari, selebihnya kering.",
                            "Tagihan naik tiga kali lipat padahal pemakaian sama dan meteran tidak pernah dibaca.",
                            "Pipa bocor di tepi jalan sudah dua minggu dan airnya terbuang ke selokan.")),
            new Topic(
                    7,
                    "dinkes",
                    "Kesehatan",
                    List.of(
                            "Pelayanan puskesmas lambat",
                            "Obat sering kosong",
                            "Ambulans tidak tersedia",
                            "Posyandu tidak berjalan"),
                    List.of(
                            "Dokter baru datang pukul sepuluh sedangkan antrean sudah penuh sejak pukul enam.",
                            "Pasien BPJS disuruh membeli obat di luar dengan alasan persediaan habis.",
                            "Ibu saya menunggu hampir lima jam di bangku lorong sebelum diperiksa.")),
            new Topic(
                    7,
                    "disdik",
                    "Pendidikan",
                    List.of(
                            "Pungutan di sekolah dasar",
                            "Atap ruang kelas roboh",
                            "Guru jarang masuk",
                            "Penerimaan murid baru tidak jelas",
                            "Ijazah ditahan"),
                    List.of(
                            "Wali murid diminta membayar uang perpisahan dan seragam dengan jumlah yang sudah ditentukan.",
                            "Bila hujan, anak-anak belajar di teras karena plafon kelas sudah runtuh sebagian.",
                            "Ijazah tidak diberikan sebelum tunggakan iuran dilunasi.")),
            new Topic(
                    6,
                    "dinsos",
                    "Bantuan sosial",
                    List.of(
                            "Bantuan sosial tidak tepat sasaran",
                            "Nama dicoret dari daftar penerima",
                            "Lansia terlantar",
                            "Kartu bantuan tidak aktif"),
                    List.of(
                            "Yang menerima justru keluarga yang rumahnya bertingkat, sedangkan janda miskin tidak pernah didata.",
                            "Setelah dicek, data saya dinyatakan tidak layak tanpa ada petugas yang datang ke rumah.",
                            "Bantuan dipotong oleh orang yang mengaku pengurus kelompok.")),
            new Topic(
                    3,
                    "satpolpp",
                    "Ketertiban umum",
                    List.of(
                            "Pedagang menutup trotoar",
                            "Warung menjual minuman keras",
                            "Bangunan liar",
                            "Kebisingan tengah malam"),
                    List.of(
                            "Pejalan kaki terpaksa turun ke badan jalan di antara kendaraan yang kencang.",
                            "Musik diputar sampai pukul tiga pagi dan teguran warga tidak digubris.")),
            new Topic(
                    3,
                    "distan",
                    "Pertanian",
                    List.of("Pupuk bersubsidi langka", "Irigasi sawah kering", "Hama wereng menyerang"),
                    List.of(
                            "Kios resmi selalu bilang kosong, tetapi di tempat lain dijual dengan harga dua kali lipat.",
                            "Padi umur empat puluh hari mulai menguning karena air tidak sampai ke petak kami.")),
            new Topic(
                    3,
                    "disperdagin",
                    "Perdagangan",
                    List.of("Harga gas melon di atas ketentuan", "Pasar desa becek", "Timbangan pedagang curang"),
                    List.of(
                            "Pangkalan menjual dengan harga jauh di atas papan harga yang dipasang sendiri.",
                            "Los pasar bocor dan jalan masuknya berlumpur sehingga pembeli enggan datang.")),
            new Topic(
                    2,
                    "dpmptsp",
                    "Perizinan",
                    List.of("Izin usaha tidak kunjung terbit", "Izin bangunan dipersulit"),
                    List.of(
                            "Berkas dinyatakan lengkap dua bulan lalu, tetapi statusnya di aplikasi tidak berubah.",
                            "Diminta mengunggah ulang dokumen yang sama sampai empat kali.")),
            new Topic(
                    2,
                    "bapenda",
                    "Pajak daerah",
                    List.of("SPPT PBB salah luas", "Pajak dibayar tetapi tercatat menunggak"),
                    List.of("Bukti bayar masih saya simpan, namun di sistem tertulis belum lunas sejak tahun lalu.")),
            new Topic(
                    2,
                    "atr-bpn",
                    "Pertanahan",
                    List.of("Sertipikat program PTSL belum jadi", "Batas tanah bergeser"),
                    List.of("Biaya sudah dilunasi melalui panitia desa sejak dua tahun lalu dan belum ada kabar.")),
            new Topic(
                    2,
                    "pln",
                    "Kelistrikan",
                    List.of("Listrik sering padam", "Kabel listrik menjuntai"),
                    List.of("Dalam seminggu padam lima kali dan alat rumah tangga warga banyak yang rusak.")),
            new Topic(
                    10,
                    null,
                    "Pelayanan kecamatan dan desa",
                    List.of(
                            "Pelayanan kantor kecamatan tutup lebih awal",
                            "Perangkat desa jarang di tempat",
                            "Surat keterangan dipungut biaya",
                            "Dana desa tidak transparan",
                            "Kerja bakti tidak pernah diadakan"),
                    List.of(
                            "Pukul satu siang pintu sudah dikunci padahal di papan tertulis sampai pukul empat.",
                            "Untuk satu lembar surat diminta uang tanpa kuitansi.",
                            "Papan anggaran kegiatan tidak dipasang sehingga warga tidak tahu pembangunan jalan lingkungan itu milik siapa.")));

    static final List<String> VILLAGES = List.of(
            "Kertasari",
            "Megu Gede",
            "Setu Wetan",
            "Panembahan",
            "Trusmi",
            "Kalitengah",
            "Battembat",
            "Dawuan",
            "Gesik",
            "Kemlaka",
            "Cikulak",
            "Ambit",
            "Gunungsari",
            "Mekarsari",
            "Karangwangi",
            "Jatipiring",
            "Sidawangi",
            "Matangaji",
            "Babakan Gebang",
            "Playangan",
            "Gagasari",
            "Kalipasung",
            "Ender",
            "Rawaurip",
            "Bungko",
            "Mertasinga",
            "Astana",
            "Jatimerta",
            "Kertawinangun",
            "Pilangsari",
            "Tuk",
            "Sutawinangun",
            "Kaliwulu",
            "Tegalwangi",
            "Karangsari",
            "Bojong",
            "Cangkring",
            "Keduanan",
            "Warugede",
            "Cikeduk",
            "Jamblang",
            "Orimalang");

    private static final List<String> OPENINGS = List.of(
            "Selamat pagi, saya warga setempat ingin melaporkan keadaan di lingkungan kami.",
            "Assalamualaikum, mohon perhatian Bapak dan Ibu di Pemerintah Kabupaten Cirebon.",
            "Dengan hormat, melalui kanal ini saya menyampaikan keluhan warga.",
            "Mohon ditindaklanjuti, kami sudah lama menunggu perbaikan.",
            "Saya mewakili beberapa keluarga di RT kami.",
            "Yth. Bupati Cirebon, izinkan saya menyampaikan hal berikut.");

    private static final List<String> MORE = List.of(
            "Keadaan ini sudah berlangsung sejak musim hujan tahun lalu.",
            "Kami sudah melapor ke RT, RW, dan kepala desa, tetapi belum ada tindakan.",
            "Foto keadaan terakhir saya lampirkan bersama laporan ini.",
            "Warga sekitar kurang lebih empat puluh kepala keluarga merasakan akibatnya.",
            "Letaknya di dekat masjid, kira-kira dua ratus meter dari balai desa.",
            "Setiap hari saya melewati jalan itu untuk bekerja dan mengantar anak.",
            "Tetangga saya pernah mengeluhkan hal yang sama lewat media sosial.",
            "Menurut petugas yang pernah datang, anggarannya belum tersedia.",
            "Padahal pada musyawarah perencanaan sudah disepakati sebagai prioritas.",
            "Kalau dibiarkan, kami khawatir akan ada korban berikutnya.",
            "Sebelumnya pernah diperbaiki, namun hanya bertahan beberapa minggu.",
            "Kami siap membantu tenaga bila pemerintah menyediakan bahannya.");

    private static final List<String> CLOSINGS = List.of(
            "Demikian laporan ini, terima kasih atas perhatiannya.",
            "Mohon segera ditinjau ke lapangan.",
            "Besar harapan kami ada jawaban secepatnya.",
            "Terima kasih, semoga Kabupaten Cirebon semakin baik.",
            "Kami tunggu tindak lanjutnya.");

    private static final List<String> ANSWERS = List.of(
            "Terima kasih atas laporan Saudara. Petugas kami telah meninjau lokasi dan membenarkan keadaan yang dilaporkan.",
            "Menanggapi laporan tersebut, kami telah berkoordinasi dengan pemerintah desa dan kecamatan setempat.",
            "Kami mohon maaf atas ketidaknyamanan yang dialami. Hal ini telah kami catat dan teruskan ke bidang teknis.",
            "Pekerjaan perbaikan telah dilaksanakan oleh unit pelaksana teknis dan selesai pada hari yang sama.",
            "Kegiatan tersebut sudah masuk dalam rencana kerja tahun berjalan dan saat ini dalam tahap pengadaan.",
            "Saudara dapat datang langsung ke loket pengaduan kami pada jam kerja dengan membawa berkas pendukung.",
            "Sesuai ketentuan yang berlaku, pelayanan ini tidak dipungut biaya. Bila masih terjadi, mohon dilaporkan kembali.",
            "Selanjutnya petugas akan memantau lokasi secara berkala agar kejadian serupa tidak terulang.");

    private static final List<String> GIVEN_NAMES = List.of(
            "Siti",
            "Dedi",
            "Nurhayati",
            "Agus",
            "Rohman",
            "Wati",
            "Jajang",
            "Euis",
            "Karsinah",
            "Taryono",
            "Wahyu",
            "Fitri",
            "Sukirno",
            "Maemunah",
            "Iwan",
            "Lilis");

    private static final List<String> FAMILY_NAMES = List.of(
            "Aminah",
            "Kurniawan",
            "Hidayat",
            "Sudrajat",
            "Lestari",
            "Maulana",
            "Permana",
            "Susanti",
            "Wijaya",
            "Rahayu",
            "Santoso",
            "Nuraeni");

    private final RandomGenerator random;
    private final int allWeights = TOPICS.stream().mapToInt(Topic::weight).sum();

    Vocabulary(RandomGenerator random) {
        this.random = random;
    }

    Topic topic() {
        var left = random.nextInt(allWeights);
        for (var topic : TOPICS) {
            left -= topic.weight();
            if (left < 0) {
                return topic;
            }
        }
        throw new IllegalStateException("the weights add up");
    }

    String title(Topic topic, String village) {
        var where =
                random.nextInt(3) == 0 ? " di Desa " + village + " RT 0" + (1 + random.nextInt(9)) : " di " + village;
        return one(topic.problems()) + where;
    }

    /** Two to twelve sentences. */
    String content(Topic topic, String place) {
        var text = new StringBuilder();
        if (random.nextInt(4) > 0) {
            text.append(one(OPENINGS)).append(' ');
        }
        text.append(one(topic.problems())).append(" di ").append(place).append(". ");
        var length = random.nextInt(3) + (random.nextInt(8) == 0 ? 7 : random.nextInt(4));
        text.append(one(topic.details())).append(' ');
        for (var more = 0; more < length; more++) {
            text.append(random.nextInt(3) == 0 ? one(topic.details()) : one(MORE))
                    .append(' ');
        }
        if (random.nextInt(ONE_RARE_IN) == 0) {
            text.append("Letaknya di bawah pohon ").append(RARE).append(" tua. ");
        }
        if (random.nextInt(30) == 0) {
            text.append("Nomor saya 0812")
                    .append(10_000_000 + random.nextInt(89_999_999))
                    .append(". ");
        }
        return text.append(one(CLOSINGS)).toString();
    }

    String answer() {
        var text = new StringBuilder(one(ANSWERS));
        for (var more = random.nextInt(4); more > 0; more--) {
            text.append(' ').append(one(ANSWERS));
        }
        return text.toString();
    }

    String name() {
        return one(GIVEN_NAMES) + " " + one(FAMILY_NAMES);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
