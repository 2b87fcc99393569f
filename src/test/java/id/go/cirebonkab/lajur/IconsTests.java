package id.go.cirebonkab.lajur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The sprite that the build makes: an icon for every name that a template uses. */
class IconsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern USED = Pattern.compile("icon\\('([a-z0-9-]+)'\\)|#([a-z][a-z0-9-]+)(?=['|])");
    private static final Pattern THERE = Pattern.compile("<symbol id=\"([a-z0-9-]+)\"");

    @Test
    void everyIconThatATemplateNamesIsInTheSprite() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                USED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .forEach(used::add);
            }
        }
        assertThat(used).hasSizeGreaterThan(15).contains("hourglass");
        assertThat(sprite()).containsAll(used);
    }

    @Test
    void everyIconOfTheListIsInTheSpriteAndNoOther() throws IOException {
        var asked = Files.readAllLines(Path.of("src/main/icons.txt")).stream()
                .map(line -> line.contains("/filled/") ? name(line) + "-filled" : name(line))
                .collect(Collectors.toSet());
        assertThat(sprite()).isEqualTo(asked);
    }

    private static String name(String line) {
        return line.substring(line.lastIndexOf('/') + 1).replace(".svg", "");
    }

    private static Set<String> sprite() throws IOException {
        var svg = new ClassPathResource("static/aset/ikon.svg").getContentAsString(StandardCharsets.UTF_8);
        return THERE.matcher(svg).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
