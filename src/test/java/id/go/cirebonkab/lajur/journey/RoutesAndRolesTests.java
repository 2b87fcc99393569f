package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route by every role, as the contract's table says. {@code {ini}} is a case in the hands of the agency of
 * {@code petugas} (it leads) and {@code asing} has nothing to do with; {@code {bantu}} one that {@code petugas} supports;
 * {@code {berkas}} a file of the first, {@code {kode}} the agency of both; {@code {impor}} is nobody's upload.
 */
class RoutesAndRolesTests extends Journey {

    private static final String[] COLUMNS = {"admin", "petugas", "asing", "pimpinan", "sistem", "tamu"};

    /** Posts carry a valid token and nothing else, so that a right shows as 422 or 409 and changes nothing. */
    private static final String TABLE = """
            method path                                admin petugas asing pimpinan sistem tamu
            GET    /masuk                              200   200     200   200      200    200
            POST   /masuk                              302   302     302   302      302    302
            POST   /keluar                             302   302     302   302      302    302
            GET    /oauth2/authorization/oidc          404   404     404   404      404    404
            GET    /login/oauth2/code/oidc             404   404     404   404      404    404
            GET    /mulai                              404   404     404   404      404    404
            POST   /mulai                              404   404     404   404      404    404
            GET    /                                   302   302     302   302      302    302
            GET    /transparansi                       200   200     200   200      200    200
            GET    /tema                               200   200     200   200      200    200
            POST   /tema                               422   422     422   422      422    422
            POST   /tema?tema=gelap                    303   303     303   303      303    303
            GET    /pengaduan                          200   200     200   200      403    302
            GET    /pengaduan?status=FORWARDED         200   200     200   200      403    302
            GET    /pengaduan?tenggat=lewat            200   200     200   200      403    302
            GET    /pengaduan?tenggat=hampir           200   200     200   200      403    302
            GET    /pengaduan?perangkat=dputr&q=lampu  200   200     200   200      403    302
            GET    /pengaduan/baru                     200   403     403   403      403    302
            POST   /pengaduan/baru                     422   403     403   403      403    302
            GET    /pengaduan/{ini}                    200   200     404   200      403    302
            GET    /pengaduan/{bantu}                  200   200     404   200      403    302
            GET    /pengaduan/{ini}/lampiran/{berkas}  200   200     404   200      403    302
            GET    /pengaduan/{bantu}/lampiran/{berkas} 404  404     404   404      403    302
            POST   /pengaduan/{ini}/penghapusan        422   403     403   403      403    302
            POST   /pengaduan/{ini}/penahanan          422   403     403   403      403    302
            POST   /pengaduan/{ini}/pelepasan          422   403     403   403      403    302
            GET    /retensi                            200   403     403   403      403    302
            POST   /retensi/aturan                     422   403     403   403      403    302
            POST   /retensi/pelaksanaan                303   403     403   403      403    302
            POST   /pengaduan/{ini}/identitas          422   403     403   403      403    302
            POST   /pengaduan/{ini}/teks-asli          403   422     404   403      403    302
            POST   /pengaduan/{ini}/penerusan          422   403     403   403      403    302
            POST   /pengaduan/{ini}/pengalihan         422   403     403   403      403    302
            POST   /pengaduan/{ini}/penarikan          422   403     403   403      403    302
            POST   /pengaduan/{ini}/klasifikasi        422   403     403   403      403    302
            POST   /pengaduan/{ini}/arsip              422   403     403   403      403    302
            POST   /pengaduan/{ini}/pembukaan          422   403     403   403      403    302
            POST   /pengaduan/{ini}/jawaban-tercatat   422   403     403   403      403    302
            POST   /pengaduan/{ini}/perbaikan          422   403     403   403      403    302
            POST   /pengaduan/{ini}/persetujuan        409   403     403   403      403    302
            POST   /pengaduan/{ini}/pembatalan         409   403     403   403      403    302
            POST   /pengaduan/{ini}/pengembalian       403   422     404   403      403    302
            POST   /pengaduan/{ini}/jawaban            403   422     404   403      403    302
            POST   /pengaduan/{ini}/sumbangan          403   422     404   403      403    302
            POST   /pengaduan/{ini}/pengembalian?alasan=x 403 -      404   403      403    302
            POST   /pengaduan/{ini}/jawaban?isi=x      403   -       404   403      403    302
            POST   /pengaduan/{ini}/sumbangan?isi=x    403   403     404   403      403    302
            POST   /pengaduan/{bantu}/pengembalian?alasan=x 403 403  404   403      403    302
            POST   /pengaduan/{bantu}/jawaban?isi=x    403   403     404   403      403    302
            GET    /dasbor                             200   200     200   200      403    302
            GET    /karantina                          200   403     403   403      403    302
            GET    /karantina/{pesan}                  200   403     403   403      403    302
            POST   /karantina/{pesan}/ulang            303   403     403   403      403    302
            GET    /pengiriman                         200   403     403   403      403    302
            POST   /pengiriman/999999999/ulang         404   403     403   403      403    302
            POST   /pengiriman/999999999/konfirmasi    404   403     403   403      403    302
            GET    /pemberitahuan                      200   403     403   403      403    302
            GET    /pemberitahuan?status=FAILED        200   403     403   403      403    302
            POST   /pemberitahuan/999999999/ulang      404   403     403   403      403    302
            GET    /perangkat-daerah                   200   403     403   403      200    302
            GET    /perangkat-daerah?pic=tanpa         200   403     403   403      200    302
            GET    /perangkat-daerah/baru              200   403     403   403      200    302
            POST   /perangkat-daerah                   422   403     403   403      422    302
            GET    /perangkat-daerah/{kode}            200   403     403   403      200    302
            GET    /perangkat-daerah/tidak-ada         404   403     403   403      404    302
            POST   /perangkat-daerah/{kode}            422   403     403   403      422    302
            POST   /perangkat-daerah/{kode}/penggabungan 422   403     403   403      422    302
            POST   /perangkat-daerah/{kode}/penutupan  409   403     403   403      409    302
            POST   /perangkat-daerah/{kode}/pembukaan  303   403     403   403      303    302
            GET    /perangkat-daerah/ekspor            200   403     403   403      200    302
            GET    /perangkat-daerah/impor             200   403     403   403      200    302
            POST   /perangkat-daerah/impor             422   403     403   403      422    302
            GET    /perangkat-daerah/impor/{impor}     404   403     403   403      404    302
            POST   /perangkat-daerah/impor/{impor}     404   403     403   403      404    302
            GET    /petugas/ekspor                     200   403     403   403      200    302
            GET    /petugas/impor                      200   403     403   403      200    302
            POST   /petugas/impor                      422   403     403   403      422    302
            GET    /petugas/impor/{impor}              404   403     403   403      404    302
            POST   /petugas/impor/{impor}              404   403     403   403      404    302
            GET    /petugas                            200   403     403   403      200    302
            GET    /petugas/999999999                  404   403     403   403      404    302
            POST   /petugas/999999999                  404   403     403   403      404    302
            POST   /petugas/999999999/keaktifan?aktif=true 404   403     403   403      404    302
            POST   /petugas/999999999/surat-tugas      404   403     403   403      404    302
            POST   /petugas/999999999/surat-tugas/999999999/pencabutan 404   403     403   403      404    302
            GET    /petugas/999999999/surat-tugas/999999999/pindaian 404   403     403   403      404    302
            POST   /petugas/999999999/surat-tugas/999999999/pindaian 404   403     403   403      404    302
            POST   /petugas/999999999/cuti             404   403     403   403      404    302
            POST   /petugas/999999999/cuti/999999999/pembatalan 404   403     403   403      404    302
            POST   /petugas                            422   403     403   403      422    302
            GET    /akun                               403   403     403   403      200    302
            POST   /akun                               403   403     403   403      422    302
            POST   /akun/999999999/keaktifan?aktif=true 403  403     403   403      404    302
            POST   /akun/999999999/sandi?sandi=xxxxxxxxxxxx 403 403  403   403      404    302
            POST   /akun/999999999/surel?surel=a@b.id  403   403     403   403      404    302
            POST   /akun/999999999/penyedia?nama=ani   403   403     403   403      404    302
            GET    /log                                403   403     403   403      200    302
            GET    /log?jenis=complaint&nomor=1916401  403   403     403   403      200    302
            GET    /log?dari=kemarin                   403   403     403   403      422    302
            POST   /log/unduhan                        403   403     403   403      200    302
            POST   /log/permintaan                     403   403     403   403      422    302
            POST   /log/permintaan?pengaduan=1916401   403   403     403   403      200    302
            POST   /log/pemeriksaan                    403   403     403   403      200    302
            GET    /log/insiden                        403   403     403   403      200    302
            GET    /log/insiden?akun=1                 403   403     403   403      422    302
            POST   /log/insiden/unduhan                403   403     403   403      422    302
            GET    /kalender                           404   404     404   404      404    302
            GET    /kebijakan                          404   404     404   404      404    302
            GET    /laporan                            404   404     404   404      404    302
            GET    /hak                                403   403     403   403      200    302
            GET    /tidak-ada                          404   404     404   404      404    302
            POST   /tidak-ada                          404   404     404   404      404    302
            GET    /pengaduan/{ini}/tidak-ada          404   404     404   404      404    302
            POST   /pengaduan/{ini}                    403   403     403   403      403    302
            GET    /pengaduan/{ini}/penerusan          403   403     403   403      403    302
            GET    /simulasi/lapor                     200   403     403   403      403    302
            GET    /simulasi/surat-masuk               200   403     403   403      403    302
            POST   /simulasi/lapor                     422   403     403   403      403    302
            POST   /simulasi/lapor/keadaan             422   403     403   403      403    302
            POST   /simulasi/waktu                     422   403     403   403      403    302
            GET    /simulasi/komponen                  200   403     403   403      403    302
            GET    /simulasi/api/masters/templates     401   401     401   401      401    401
            GET    /actuator/health                    200   200     200   200      200    200
            GET    /actuator/health/liveness           200   200     200   200      200    200
            GET    /actuator/health/readiness          200   200     200   200      200    200
            GET    /actuator/env                       404   404     404   404      404    404
            GET    /actuator                           404   404     404   404      404    404
            GET    /api/lapor/notifications            404   404     404   404      404    404
            GET    /api/tidak-ada                      404   404     404   404      404    404
            GET    /aset/lajur.css                     200   200     200   200      200    200
            GET    /aset/ikon.svg                      200   200     200   200      200    200
            GET    /aset/tidak-ada.css                 404   404     404   404      404    404
            GET    /error                              404   404     404   404      404    302
            """;

    /** Not for people's roles: the webhook has a signature, the imitation's page for citizens its own switches. */
    private static final List<String> OTHERS = List.of(
            "POST /api/lapor/notifications", "POST /simulasi/lapor/{}/balasan", "POST /simulasi/lapor/{}/kirim-ulang");

    private record Route(String method, String path, Map<String, String> expected) {}

    private Case own;
    private Case supported;

    @BeforeEach
    void twoCases() {
        own = given.aNotification()
                .enclosing("foto-081234567890.txt", "foto".getBytes(StandardCharsets.UTF_8))
                .hasArrived();
        given.admin().forwards(own).to("dputr");
        supported = given.aNotificationHasArrived();
        given.admin().forwards(supported).to("atr-bpn", "dputr");
    }

    @TestFactory
    Stream<DynamicTest> everyRouteByEveryRole() {
        var people = people();
        var here = placeholders();
        var tests = new ArrayList<DynamicTest>();
        for (var route : table()) {
            for (var column : COLUMNS) {
                var expected = route.expected().get(column);
                if (expected.equals("-")) {
                    continue;
                }
                var path = filled(route.path(), here);
                tests.add(dynamicTest(
                        "%s %s by %s: %s".formatted(route.method(), route.path(), column, expected), () -> {
                            var person = endsTheSession(path) ? newly(column) : people.get(column);
                            var answer = route.method().equals("GET") ? person.get(path) : person.post(path);
                            answer.is(Integer.parseInt(expected));
                            if (expected.equals("302") && column.equals("tamu") && !isOpen(path)) {
                                answer.leadsTo("/masuk");
                            }
                        }));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> headLikeGet() {
        var people = people();
        var here = placeholders();
        var tests = new ArrayList<DynamicTest>();
        for (var route : table()) {
            for (var column : COLUMNS) {
                if (route.method().equals("GET")) {
                    var path = filled(route.path(), here);
                    var expected = route.expected().get(column);
                    tests.add(dynamicTest("HEAD %s by %s: %s".formatted(route.path(), column, expected), () -> {
                        var answer = people.get(column).head(path);
                        answer.is(Integer.parseInt(expected));
                        assertThat(answer.body()).isEmpty();
                    }));
                }
            }
        }
        return tests.stream();
    }

    /** A form without its token is refused for who is signed in, and leads a stranger to the sign-in page. */
    @TestFactory
    Stream<DynamicTest> postsWithoutAToken() {
        var people = people();
        var here = placeholders();
        var tests = new ArrayList<DynamicTest>();
        for (var route : table()) {
            for (var column : COLUMNS) {
                if (route.method().equals("POST")) {
                    var path = filled(route.path(), here);
                    var expected = column.equals("tamu") ? 302 : path.startsWith("/tidak-ada") ? 404 : 403;
                    tests.add(dynamicTest(
                            "%s by %s without a token: %s".formatted(route.path(), column, expected), () -> {
                                var answer = people.get(column).postWithout(path, "alasan", "x", "isi", "x");
                                answer.is(expected);
                                if (expected == 302) {
                                    answer.leadsTo("/masuk");
                                }
                            }));
                }
            }
        }
        return tests.stream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999999999",
                "99999999999",
                "999999999999999999999999",
                "0",
                "-1",
                "1e6",
                "abc",
                "%F0%9F%98%80",
                "null",
                "1%20or%201=1",
                "%27",
                "%3Cscript%3E"
            })
    void whatIsNoCaseIsNotThere(String number) {
        for (var person : List.of(then.admin(), then.officer("dputr"), then.supervisor())) {
            assertNotThere(person.get("/pengaduan/" + number));
            assertNotThere(person.get("/pengaduan/" + number + "/lampiran/" + fileOf(own)));
        }
        assertNotThere(then.admin().post("/pengaduan/" + number + "/penerusan", "utama", "dputr"));
        assertNotThere(then.officer("dputr").post("/pengaduan/" + number + "/jawaban", "isi", "Sudah."));
    }

    private static void assertNotThere(Page answer) {
        assertThat(answer.status())
                .as(answer.answer().request().uri().toString())
                .isEqualTo(404);
        assertThat(answer.html().select("main h1")).isNotEmpty();
    }

    /** The server itself turns some addresses away before the application sees them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pengaduan/%00",
                "/pengaduan/1916449%00",
                "/pengaduan/..%2f",
                "/pengaduan/%C0%AF",
                "/pengaduan/1;x=2",
                "//pengaduan",
                "/pengaduan/../akun",
                "/./akun",
                "/pengaduan%2fbaru",
                "/akun%3b"
            })
    void whatIsNoAddressOpensNothing(String path) {
        var answer = then.officer("dputr").get(path);

        assertThat(answer.status()).as(path).isIn(400, 403, 404);
        answer.doesNotSay("Exception", "org.springframework", "org.apache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "abc", "1", "00000000-0000-0000-0000-00000000000g"})
    void whatIsNoFileIsNotThere(String file) {
        for (var person : List.of(then.admin(), then.officer("dputr"), then.supervisor())) {
            assertNotThere(person.get(own.path() + "/lampiran/" + file));
        }
    }

    @Test
    void aCaseIsFoundHoweverItsNumberIsWritten() {
        then.admin().get("/pengaduan/00" + own.id()).is(200);
        then.admin().get("/pengaduan/%23" + own.id()).is(200);
    }

    @Test
    void aFileIsADownloadAndNeverAPage() {
        var answer = when.officer("dputr")
                .get(own.path() + "/lampiran/" + fileOf(own))
                .is(200);

        assertThat(answer.body()).isEqualTo("foto");
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment")
                .contains("foto-", ".txt")
                .doesNotContain("081234567890");
        assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox").contains("default-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void theStartIsTheRolesOwn() {
        then.admin().get("/").is(302).leadsTo("/pengaduan");
        then.officer("dputr").get("/").is(302).leadsTo("/pengaduan");
        then.supervisor().get("/").is(302).leadsTo("/dasbor");
        then.systemAdmin().get("/").is(302).leadsTo("/akun");
        then.stranger().get("/").is(302).leadsTo("/masuk");
    }

    @Test
    void theMenuNamesWhatThePersonMayOpenAndNothingElse() {
        assertThat(menu(then.admin()))
                .containsExactly(
                        "/dasbor",
                        "/pengaduan",
                        "/pengaduan/baru",
                        "/karantina",
                        "/pengiriman",
                        "/pemberitahuan",
                        "/perangkat-daerah",
                        "/petugas",
                        "/retensi");
        assertThat(menu(then.officer("dputr"))).containsExactly("/dasbor", "/pengaduan");
        assertThat(menu(then.supervisor())).containsExactly("/dasbor", "/pengaduan");
        assertThat(menu(then.systemAdmin())).containsExactly("/perangkat-daerah", "/petugas", "/akun", "/hak", "/log");
        assertThat(menu(then.stranger())).isEmpty();
        for (var person : List.of(then.admin(), then.officer("dputr"), then.supervisor(), then.systemAdmin())) {
            menu(person).forEach(path -> person.get(path).is(200));
        }
    }

    @Test
    void theImitationIsOpenToThisMachineAloneAndOnlyWhenItSaysSo() {
        var stranger = then.stranger();
        stranger.get("/simulasi/lapor", "X-Simulasi", "coba").is(200);
        stranger.get("/simulasi/lapor", "X-Simulasi", "lain").is(302);
        stranger.get("/simulasi/lapor", "X-Simulasi", "coba", "X-Forwarded-For", "10.0.0.1")
                .is(302);
        stranger.get("/pengaduan", "X-Simulasi", "coba").is(302);
        stranger.get("/simulasi/api/complaints/1/followups", "token", "coba").is(200);
        stranger.get("/simulasi/api/complaints/1/followups", "token", "lain").is(401);
    }

    private static List<String> menu(Browser person) {
        return person.get("/transparansi")
                .is(200)
                .html()
                .select("header > div nav.menu a")
                .eachAttr("href");
    }

    private Map<String, Somebody> people() {
        var people = new LinkedHashMap<String, Somebody>();
        people.put("admin", given.admin());
        people.put("petugas", given.officer("dputr"));
        people.put("asing", given.officer("disdukcapil"));
        people.put("pimpinan", given.supervisor());
        people.put("sistem", given.systemAdmin());
        people.put("tamu", given.stranger());
        return people;
    }

    private Somebody newly(String column) {
        return switch (column) {
            case "petugas" -> given.newly("petugas.dputr");
            case "asing" -> given.newly("petugas.disdukcapil");
            case "tamu" -> given.stranger();
            default -> given.newly(column);
        };
    }

    private Map<String, Supplier<String>> placeholders() {
        return Map.of(
                "{ini}", () -> String.valueOf(own.id()),
                "{bantu}", () -> String.valueOf(supported.id()),
                "{berkas}", () -> fileOf(own),
                "{pesan}", this::aQuarantinedMessage,
                "{kode}", () -> "dputr",
                "{impor}", () -> "00000000-0000-0000-0000-000000000001");
    }

    private static String filled(String path, Map<String, Supplier<String>> here) {
        var filled = path;
        for (var place : here.entrySet()) {
            if (filled.contains(place.getKey())) {
                filled = filled.replace(place.getKey(), place.getValue().get());
            }
        }
        return filled;
    }

    private String fileOf(Case it) {
        var link = given.admin().opens(it).html().select("a[href*=/lampiran/]").attr("href");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private String aQuarantinedMessage() {
        given.aNotification().isHandedOver("{".getBytes(StandardCharsets.UTF_8)).is(202);
        return given.admin().get("/karantina").html().select("[data-message]").attr("data-message");
    }

    private static boolean endsTheSession(String path) {
        return path.equals("/keluar") || path.equals("/masuk");
    }

    private static boolean isOpen(String path) {
        return endsTheSession(path);
    }

    /** A new route needs a line in the table above. */
    @Test
    void noRouteIsMissingFromTheTable(@Autowired List<RequestMappingHandlerMapping> mappings) {
        var lines = table().stream()
                .map(route -> route.method() + " "
                        + route.path().replaceFirst("[?].*", "").replace("999999999", "{id}"))
                .map(RoutesAndRolesTests::withoutNames)
                .toList();
        var routes = mappings.stream()
                .filter(mapping -> !mapping.getClass().getName().contains("actuate"))
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(route -> !route.getMethodsCondition().getMethods().isEmpty())
                .flatMap(route -> route.getPatternValues().stream()
                        .map(pattern -> withoutNames(route.getMethodsCondition()
                                        .getMethods()
                                        .iterator()
                                        .next() + " " + pattern)))
                .filter(route -> !OTHERS.contains(route) && !route.contains(" /simulasi/api/"))
                .toList();

        assertThat(routes).isNotEmpty().allSatisfy(route -> assertThat(lines).contains(route));
    }

    private static String withoutNames(String route) {
        return route.replaceAll("\\{[^}]+}", "{}");
    }

    private static List<Route> table() {
        var lines = TABLE.strip().lines().toList();
        var columns = lines.get(0).split(" +");
        return lines.stream()
                .skip(1)
                .map(line -> {
                    var cells = line.split(" +");
                    if (cells.length != columns.length) {
                        fail("a line of the table has " + cells.length + " cells: " + line);
                    }
                    var expected = new LinkedHashMap<String, String>();
                    for (var at = 2; at < cells.length; at++) {
                        expected.put(columns[at], cells[at]);
                    }
                    return new Route(cells[0], cells[1], expected);
                })
                .toList();
    }
}
