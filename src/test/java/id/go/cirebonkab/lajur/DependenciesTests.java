package id.go.cirebonkab.lajur;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Lajur is built of, as the list of parts (CycloneDX) says that the build puts into the jar. */
class DependenciesTests {

    private static final Pattern UNFINISHED =
            Pattern.compile("(?i).*(SNAPSHOT|[.-](alpha|beta|milestone|rc|m|cr)[.-]?[0-9]*([.-].*)?)$");

    /** Open source, each read once. What is dual is taken by one of these. */
    private static final Set<String> OPEN = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "0BSD",
            "CC0-1.0",
            "CDDL-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "GPL-2.0-with-classpath-exception",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "MIT",
            "MIT-0",
            "PostgreSQL");

    /** Only tests use them; in the jar they would be a second way in. */
    private static final List<String> OF_TESTS_ONLY =
            List.of("authorization-server", "resource-server", "junit", "playwright", "testcontainers", "spring-test");

    private List<Map<String, Object>> parts;

    @BeforeEach
    void theListOfParts() throws IOException {
        try (var list = LajurApplication.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            assertThat(list).as("the list that the build makes").isNotNull();
            parts = JsonPath.read(list, "$.components[*]");
        }
        assertThat(parts).hasSizeGreaterThan(50);
    }

    @Test
    void everyPartIsOpenSource() {
        assertThat(parts)
                .allSatisfy(part -> assertThat(licences(part)).as(name(part)).containsAnyElementsOf(OPEN));
    }

    @Test
    void noPartIsUnfinished() {
        assertThat(parts)
                .extracting(part -> String.valueOf(part.get("version")))
                .noneMatch(UNFINISHED.asMatchPredicate());
    }

    @Test
    void noPartIsThereTwice() {
        var versions = parts.stream()
                .collect(Collectors.groupingBy(
                        part -> part.get("group") + ":" + part.get("name"),
                        Collectors.mapping(part -> part.get("version"), Collectors.toSet())));
        assertThat(versions)
                .allSatisfy((name, found) -> assertThat(found).as(name).hasSize(1));
    }

    @Test
    void whatTestsUseIsNotInTheJar() {
        assertThat(parts)
                .extracting(DependenciesTests::name)
                .noneMatch(name -> OF_TESTS_ONLY.stream().anyMatch(name::contains));
    }

    private static String name(Map<String, Object> part) {
        return part.get("group") + ":" + part.get("name") + ":" + part.get("version");
    }

    private static List<String> licences(Map<String, Object> part) {
        return JsonPath.read(part, "$.licenses[*].license.id");
    }
}
