package id.go.cirebonkab.lajur;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What stands in the files for who runs Lajur are settings that Lajur knows, and the files agree with each other. */
class OperationsTests {

    private static final Pattern VARIABLE = Pattern.compile("\\b(?:LAJUR|SPRING|SERVER|LOGGING)_[A-Z0-9_]+\\b");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]+)=");
    private static final Pattern REFERRED = Pattern.compile("\\$\\{([A-Z0-9_]+)");

    /** Of the database and of Compose itself: they mean nothing to the application. */
    private static final Set<String> NOT_OF_THE_APPLICATION =
            Set.of("LAJUR_OWNER_PASSWORD", "LAJUR_APP_PASSWORD", "LAJUR_PORT");

    @Test
    void theApplicationIsGivenSettingsThatItKnows() throws IOException {
        assertThat(unknown(environment("lajur").keySet())).isEmpty();
    }

    @Test
    void thePageForOperatorsNamesSettingsThatAreKnown() throws IOException {
        assertThat(unknown(variablesIn("docs/operasi.md"))).isEmpty();
    }

    @Test
    void theImageHasSettingsThatAreKnown() throws IOException {
        assertThat(unknown(variablesIn("Dockerfile"))).isEmpty();
    }

    @Test
    void whatTheExampleNamesIsHandedOn() throws IOException {
        assertThat(example()).isSubsetOf(handedOn());
    }

    @Test
    void whatIsHandedOnStandsInTheExample() throws IOException {
        assertThat(handedOn()).isSubsetOf(example());
    }

    /** No password that works is written down anywhere, and nothing starts without one. */
    @Test
    void passwordsHaveNoDefault() throws IOException {
        assertThat(read("docker-compose.yml"))
                .doesNotContainPattern("PASSWORD:-")
                .contains(
                        "${POSTGRES_PASSWORD:?",
                        "${LAJUR_OWNER_PASSWORD:?",
                        "${LAJUR_APP_PASSWORD:?",
                        "${LAJUR_PRIVACY_KEY:?");
        assertThat(read(".env.example")).doesNotContainPattern("(?m)^[A-Z_]*(PASSWORD|SECRET|TOKEN|KEY)=.+$");
    }

    /** The superuser's password is no business of the application. */
    @Test
    void theApplicationIsNoSuperuser() throws IOException {
        assertThat(environment("lajur").values())
                .noneMatch(value -> String.valueOf(value).contains("POSTGRES_PASSWORD"));
    }

    @Test
    void theImageTakesTheJarThatIsBuilt() throws IOException {
        assertThat(read("pom.xml")).contains("<artifactId>lajur</artifactId>").doesNotContain("<finalName>");
        assertThat(read("Dockerfile")).contains("target/lajur-*.jar", "src/main/docker/train.sh");
        assertThat(Path.of("src/main/docker/train.sh")).exists();
    }

    @Test
    void whatIsMountedIsThere() throws IOException {
        assertThat(Pattern.compile("\\./(src/[^:]+):")
                        .matcher(read("docker-compose.yml"))
                        .results())
                .hasSize(2)
                .allSatisfy(mount -> assertThat(Path.of(mount.group(1))).exists());
    }

    /** Names that stand in a line of their own, set or not, in {@code .env.example}. */
    private static Set<String> example() throws IOException {
        return EXAMPLE.matcher(read(".env.example"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What docker-compose.yml takes from {@code .env}. */
    private static Set<String> handedOn() throws IOException {
        var names = REFERRED.matcher(read("docker-compose.yml"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        environment("lajur").forEach((name, value) -> {
            if (value == null) {
                names.add(name);
            }
        });
        return names;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(String service) throws IOException {
        var compose = (Map<String, Map<String, Map<String, Object>>>) new Yaml().load(read("docker-compose.yml"));
        return (Map<String, Object>) compose.get("services").get(service).get("environment");
    }

    private static Set<String> variablesIn(String file) throws IOException {
        return VARIABLE.matcher(read(file))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> unknown(Collection<String> variables) throws IOException {
        var known = knownSettings();
        return variables.stream()
                .filter(variable -> VARIABLE.matcher(variable).matches())
                .filter(variable -> !NOT_OF_THE_APPLICATION.contains(variable))
                .filter(variable -> !known.contains(bare(variable)))
                // A map: everything below it is passed on to the mail library.
                .filter(variable -> !variable.startsWith("SPRING_MAIL_PROPERTIES_"))
                .sorted()
                .toList();
    }

    /** Every setting of Spring Boot and Lajur, by what the build has written down about them. */
    private static Set<String> knownSettings() throws IOException {
        var known = new TreeSet<String>();
        for (var file : Collections.list(
                OperationsTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (var stream = file.openStream()) {
                List<String> names = JsonPath.read(stream, "$.properties[*].name");
                names.forEach(name -> known.add(bare(name)));
            }
        }
        // Read where they are used, without a class of their own.
        known.addAll(Set.of(bare("lajur.sla.day"), bare("lajur.public-url")));
        return known;
    }

    private static String bare(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    }
}
