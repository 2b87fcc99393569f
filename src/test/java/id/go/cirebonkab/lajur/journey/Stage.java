package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who and what takes part in a story. Everybody signs in once and stays so. */
final class Stage {

    static final String PASSWORD = "coba-lajur";

    /** Of who has set it by a link. */
    static final String OWN_PASSWORD = "kerbau lumpur senja 47";

    private static final Map<Integer, Stage> STAGES = new ConcurrentHashMap<>();

    private final URI base;
    private final Map<String, Somebody> people = new ConcurrentHashMap<>();

    static Stage at(int port) {
        return STAGES.computeIfAbsent(port, Stage::new);
    }

    private Stage(int port) {
        base = URI.create("http://127.0.0.1:" + port);
    }

    Case aNotificationHasArrived() {
        return aNotification().hasArrived();
    }

    Notice aNotification() {
        return new Notice(stranger());
    }

    Somebody admin() {
        return person("admin");
    }

    Somebody supervisor() {
        return person("pimpinan");
    }

    Somebody systemAdmin() {
        return person("sistem");
    }

    Somebody officer(String agency) {
        return person("petugas." + agency);
    }

    Somebody person(String username) {
        return people.computeIfAbsent(username, name -> newly(name, PASSWORD));
    }

    /** The same person at another browser. */
    Somebody newly(String username) {
        return newly(username, PASSWORD);
    }

    private Somebody newly(String username, String password) {
        var somebody = stranger();
        somebody.signsIn(username, password);
        return somebody;
    }

    Somebody stranger() {
        return new Somebody(base);
    }

    PortalSteps portal() {
        return new PortalSteps(stranger());
    }

    /** The citizen at the imitated portal. */
    Citizen citizen() {
        return new Citizen(stranger());
    }

    /** An agency that has no officer among the demo accounts gets one, by the screens. */
    Somebody anOfficerOf(String agency) {
        var username = "petugas." + agency;
        return people.computeIfAbsent(username, name -> {
            var today = today();
            assertThat(admin().post(
                                    "/petugas",
                                    "nama",
                                    "Petugas " + agency,
                                    "perangkat",
                                    agency,
                                    "nomor",
                                    "800/" + agency,
                                    "tanggal",
                                    today.toString(),
                                    "berlakuMulai",
                                    today.toString(),
                                    "berlakuSampai",
                                    today.plusYears(5).toString())
                            .status())
                    .isEqualTo(303);
            var officer = systemAdmin().get("/akun").html().select("select[name=petugas] option").stream()
                    .filter(option -> option.text().contains("Petugas " + agency))
                    .findFirst()
                    .orElseThrow()
                    .val();
            setsThePassword(handedOver(systemAdmin()
                    .post(
                            "/akun",
                            "username",
                            username,
                            "nama",
                            "Petugas " + agency,
                            "peran",
                            "OFFICER",
                            "petugas",
                            officer)));
            return newly(username, OWN_PASSWORD);
        });
    }

    /** The link that the page shows once, without the host. */
    static String handedOver(Page page) {
        return page.is(200).html().select("#tautan").val().replaceFirst("^http://[^/]+", "");
    }

    void setsThePassword(String link) {
        var person = stranger();
        person.get(link).is(200);
        person.post("/sandi", "kunci", link.replaceFirst(".*=", ""), "sandi", OWN_PASSWORD)
                .is(303)
                .leadsTo("/masuk?sandi");
    }

    /** The day by the domain clock. */
    LocalDate today() {
        return now().toLocalDate();
    }

    /** The domain's now, WIB. */
    OffsetDateTime now() {
        return OffsetDateTime.parse(citizen().page().html().select("main").attr("data-domain-now"));
    }
}
