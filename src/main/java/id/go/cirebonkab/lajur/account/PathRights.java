package id.go.cirebonkab.lajur.account;

import static id.go.cirebonkab.lajur.shared.Role.DISTRICT_ADMIN;
import static id.go.cirebonkab.lajur.shared.Role.OFFICER;
import static id.go.cirebonkab.lajur.shared.Role.SUPERVISOR;
import static id.go.cirebonkab.lajur.shared.Role.SYSTEM_ADMIN;

import id.go.cirebonkab.lajur.shared.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * The table of rights by path, and the only one. What it does not name does not exist for anybody; what a role may do to
 * which complaint is decided further in, by {@code complaint.Relation} and in the queries.
 */
final class PathRights {

    /**
     * One line of the table.
     *
     * @param pattern as Spring MVC writes paths
     * @param roles who may; everybody, signed in or not, when {@code open}
     */
    record Rule(HttpMethod method, String pattern, Set<Role> roles, boolean open) {}

    private static final Set<Role> ADMIN = EnumSet.of(DISTRICT_ADMIN);
    private static final Set<Role> PIC = EnumSet.of(OFFICER);
    private static final Set<Role> READERS = EnumSet.of(DISTRICT_ADMIN, OFFICER, SUPERVISOR);
    private static final Set<Role> REGISTRARS = EnumSet.of(DISTRICT_ADMIN, SYSTEM_ADMIN);
    private static final Set<Role> KEEPER = EnumSet.of(SYSTEM_ADMIN);
    private static final Set<Role> EVERY_ROLE = EnumSet.allOf(Role.class);

    static final List<Rule> TABLE = List.of(
            open(HttpMethod.GET, "/masuk"),
            open(HttpMethod.POST, "/masuk"),
            open(HttpMethod.GET, "/masuk/lupa"),
            open(HttpMethod.POST, "/masuk/lupa"),
            open(HttpMethod.GET, "/sandi"),
            open(HttpMethod.POST, "/sandi"),
            // Taken by filters, and not there without an identity provider.
            open(HttpMethod.GET, IdentityProvider.WAY_THERE),
            open(HttpMethod.GET, IdentityProvider.WAY_BACK),
            // For who is half signed in; anybody else is sent on.
            open(HttpMethod.GET, "/masuk/kode"),
            open(HttpMethod.POST, "/masuk/kode"),
            open(HttpMethod.GET, "/masuk/faktor-kedua"),
            open(HttpMethod.POST, "/masuk/faktor-kedua"),
            open(HttpMethod.POST, "/webauthn/authenticate/options"),
            open(HttpMethod.POST, "/login/webauthn"),
            open(HttpMethod.GET, "/mulai"),
            open(HttpMethod.POST, "/mulai"),
            open(HttpMethod.GET, "/transparansi"),
            open(HttpMethod.GET, "/tema"),
            open(HttpMethod.POST, "/tema"),
            get("/", EVERY_ROLE),
            post("/keluar", EVERY_ROLE),
            get("/pengaduan", READERS),
            get("/pengaduan/baru", ADMIN),
            post("/pengaduan/baru", ADMIN),
            get("/pengaduan/{trackingId}", READERS),
            get("/pengaduan/{trackingId}/lampiran/{file}", READERS),
            post("/pengaduan/{trackingId}/penghapusan", ADMIN),
            post("/pengaduan/{trackingId}/penahanan", ADMIN),
            post("/pengaduan/{trackingId}/pelepasan", ADMIN),
            get("/retensi", ADMIN),
            post("/retensi/aturan", ADMIN),
            post("/retensi/pelaksanaan", ADMIN),
            post("/pengaduan/{trackingId}/identitas", ADMIN),
            post("/pengaduan/{trackingId}/teks-asli", PIC),
            post("/pengaduan/{trackingId}/penerusan", ADMIN),
            post("/pengaduan/{trackingId}/pengalihan", ADMIN),
            post("/pengaduan/{trackingId}/penarikan", ADMIN),
            post("/pengaduan/{trackingId}/klasifikasi", ADMIN),
            post("/pengaduan/{trackingId}/arsip", ADMIN),
            post("/pengaduan/{trackingId}/pembukaan", ADMIN),
            post("/pengaduan/{trackingId}/pengembalian", PIC),
            post("/pengaduan/{trackingId}/sumbangan", PIC),
            post("/pengaduan/{trackingId}/jawaban", PIC),
            post("/pengaduan/{trackingId}/jawaban-tercatat", ADMIN),
            post("/pengaduan/{trackingId}/perbaikan", ADMIN),
            post("/pengaduan/{trackingId}/persetujuan", ADMIN),
            post("/pengaduan/{trackingId}/pembatalan", ADMIN),
            get("/dasbor", READERS),
            get("/karantina", ADMIN),
            get("/karantina/{pesan}", ADMIN),
            post("/karantina/{pesan}/ulang", ADMIN),
            get("/pengiriman", ADMIN),
            post("/pengiriman/{id}/ulang", ADMIN),
            post("/pengiriman/{id}/konfirmasi", ADMIN),
            get("/pemberitahuan", ADMIN),
            post("/pemberitahuan/{id}/ulang", ADMIN),
            get("/perangkat-daerah", REGISTRARS),
            post("/perangkat-daerah", REGISTRARS),
            get("/perangkat-daerah/baru", REGISTRARS),
            get("/perangkat-daerah/ekspor", REGISTRARS),
            get("/perangkat-daerah/impor", REGISTRARS),
            post("/perangkat-daerah/impor", REGISTRARS),
            get("/perangkat-daerah/impor/{id}", REGISTRARS),
            post("/perangkat-daerah/impor/{id}", REGISTRARS),
            get("/perangkat-daerah/{kode}", REGISTRARS),
            post("/perangkat-daerah/{kode}", REGISTRARS),
            post("/perangkat-daerah/{kode}/penggabungan", REGISTRARS),
            post("/perangkat-daerah/{kode}/penutupan", REGISTRARS),
            post("/perangkat-daerah/{kode}/pembukaan", REGISTRARS),
            get("/petugas", REGISTRARS),
            post("/petugas", REGISTRARS),
            get("/petugas/ekspor", REGISTRARS),
            get("/petugas/impor", REGISTRARS),
            post("/petugas/impor", REGISTRARS),
            get("/petugas/impor/{id}", REGISTRARS),
            post("/petugas/impor/{id}", REGISTRARS),
            get("/petugas/{id}", REGISTRARS),
            post("/petugas/{id}", REGISTRARS),
            post("/petugas/{id}/keaktifan", REGISTRARS),
            post("/petugas/{id}/surat-tugas", REGISTRARS),
            post("/petugas/{id}/surat-tugas/{letter}/pencabutan", REGISTRARS),
            get("/petugas/{id}/surat-tugas/{letter}/pindaian", REGISTRARS),
            post("/petugas/{id}/surat-tugas/{letter}/pindaian", REGISTRARS),
            post("/petugas/{id}/cuti", REGISTRARS),
            post("/petugas/{id}/cuti/{leave}/pembatalan", REGISTRARS),
            get("/hak", KEEPER),
            get("/akun/saya", EVERY_ROLE),
            post("/akun/saya/sandi", EVERY_ROLE),
            post("/akun/saya/sesi/penghentian", EVERY_ROLE),
            post("/akun/saya/sesi/{sesi}/penghentian", EVERY_ROLE),
            get("/akun/saya/faktor-kedua", EVERY_ROLE),
            post("/akun/saya/faktor-kedua", EVERY_ROLE),
            post("/akun/saya/faktor-kedua/penyiapan", EVERY_ROLE),
            post("/akun/saya/faktor-kedua/kode-pemulihan", EVERY_ROLE),
            post("/akun/saya/faktor-kedua/penonaktifan", EVERY_ROLE),
            get("/akun/saya/kunci-sandi", EVERY_ROLE),
            post("/akun/saya/kunci-sandi/{id}/penghapusan", EVERY_ROLE),
            post("/webauthn/register/options", EVERY_ROLE),
            post("/webauthn/register", EVERY_ROLE),
            get("/akun", KEEPER),
            post("/akun", KEEPER),
            post("/akun/{id}/keaktifan", KEEPER),
            post("/akun/{id}/tautan", KEEPER),
            post("/akun/{id}/sesi/penghentian", KEEPER),
            post("/akun/{id}/surel", KEEPER),
            post("/akun/{id}/penyedia", KEEPER),
            post("/akun/{id}/faktor-kedua/penghapusan", KEEPER),
            get("/log", KEEPER),
            post("/log/unduhan", KEEPER),
            post("/log/permintaan", KEEPER),
            post("/log/pemeriksaan", KEEPER),
            get("/log/insiden", KEEPER),
            post("/log/insiden/unduhan", KEEPER));

    private PathRights() {}

    private static Rule open(HttpMethod method, String pattern) {
        return new Rule(method, pattern, Set.of(), true);
    }

    private static Rule get(String pattern, Set<Role> roles) {
        return new Rule(HttpMethod.GET, pattern, roles, false);
    }

    private static Rule post(String pattern, Set<Role> roles) {
        return new Rule(HttpMethod.POST, pattern, roles, false);
    }
}
