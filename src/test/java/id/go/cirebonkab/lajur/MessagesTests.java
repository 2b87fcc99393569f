package id.go.cirebonkab.lajur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** Nothing is shown without its words, and the words are there in both languages. */
class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java/id/go/cirebonkab/lajur");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    /** {@code #{a.key}} or {@code #{a.key(…)}}: a key that is written out, not put together. */
    private static final Pattern NAMED = Pattern.compile("#\\{([a-z][\\w.-]*)[(}]");

    private static final Pattern ERROR_STATUSES = Pattern.compile("WORDED = Set\\.of\\(([0-9, ]+)\\)");

    static Stream<String> basenames() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString().replaceFirst("(_en)?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("basenames")
    void everyWordIsThereInBothLanguages(String basename) throws IOException {
        assertThat(read(basename + "_en").stringPropertyNames())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(read(basename).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("basenames")
    void noWordIsEmptyAndBothLanguagesSayTheSameThings(String basename) throws IOException {
        var indonesian = read(basename);
        var english = read(basename + "_en");
        indonesian.forEach((key, text) -> {
            assertThat((String) text).as("%s", key).isNotBlank();
            assertThat(english.getProperty((String) key)).as("English %s", key).isNotBlank();
            assertThat(placeholders(english.getProperty((String) key)))
                    .as("what %s names", key)
                    .isEqualTo(placeholders((String) text));
        });
    }

    /** A text with arguments goes through MessageFormat, which takes a lone apostrophe for a quotation mark. */
    @ParameterizedTest
    @MethodSource("basenames")
    void anApostropheIsDoubledWhereThereAreArguments(String basename) throws IOException {
        for (var language : List.of("", "_en")) {
            read(basename + language).forEach((key, text) -> {
                if (PLACEHOLDER.matcher((String) text).find()) {
                    assertThat(((String) text).replace("''", ""))
                            .as("%s%s", key, language)
                            .doesNotContain("'");
                }
            });
        }
    }

    @Test
    void theApplicationKnowsEveryBundleAndNoKeyIsInTwo() throws IOException {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        var known = yaml.getObject().getProperty("spring.messages.basename").split(",");
        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(
                        basenames().map(name -> "messages/" + name).toList());
        var homes = new HashMap<String, String>();
        for (var basename : basenames().toList()) {
            for (var key : read(basename).stringPropertyNames()) {
                assertThat(homes.put(key, basename))
                        .as("another home of %s", key)
                        .isNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "complaint.State, state.",
        "complaint.State, queue.none.",
        "complaint.Verb, verb.",
        "complaint.Classification, classification.",
        "complaint.Classification, detail.",
        "complaint.ArchiveKind, detail.",
        "complaint.Answer$Kind, answer.",
        "complaint.Answer$Kind, detail.",
        "complaint.Assignment$Kind, part.",
        "complaint.Assignment$Ending, ending.",
        "complaint.TransitionRefused$Refusal, complaint.refusal.",
        "sla.Step, step.",
        "sla.Outcome, outcome.",
        "sla.LimitUnit, unit.",
        "relay.Portal$Kind, delivery.kind.",
        "relay.Portal$Failure, relay.failure.",
        "relay.DeliveryStatus, delivery.",
        "notify.NoticeState, notice.",
        "notify.NoticeKind, notice.kind.",
        "notify.NoticeKind, notify.mail.subject.",
        "notify.NoticeKind, notify.mail.what.",
        "intake.Unreadable$Reason, intake.unreadable.",
        "intake.Inbox$Channel, intake.channel.",
        "intake.Source$Kind, intake.source.",
        "lapor.Mailbox$Failure, lapor.mailbox.",
        "agency.AgencyKind, agency.kind.",
        "audit.Deed, audit.deed.",
        "audit.Verdict$Fault, audit.fault.",
        "agency.Registry$What, agency.what.",
        "agency.Plan$Outcome, agency.import.outcome.",
        "complaint.Relation, relation.",
        "shared.Role, role.",
        "simulator.PortalState, simulator.state.",
        "simulator.Way, simulator.way."
    })
    void everyConstantThatIsShownHasItsWords(String type, String prefix) throws Exception {
        var constants = Class.forName("id.go.cirebonkab.lajur." + type).getEnumConstants();
        assertThat(constants).isNotEmpty();
        assertThat(everyKey())
                .containsAll(Arrays.stream(constants)
                        .map(constant -> prefix + ((Enum<?>) constant).name())
                        .toList());
    }

    @Test
    void everyErrorPageHasItsTitleAndText() throws IOException {
        var source = Files.readString(SOURCES.resolve("shared/ErrorPage.java"));
        var statuses = ERROR_STATUSES.matcher(source);
        assertThat(statuses.find()).isTrue();
        var words = Stream.concat(Arrays.stream(statuses.group(1).split(", ")), Stream.of("other"));
        assertThat(everyKey())
                .containsAll(
                        words.flatMap(status -> Stream.of("error." + status + ".title", "error." + status + ".text"))
                                .toList());
    }

    @Test
    void everyKeyThatATemplateNamesIsThere() throws IOException {
        var named = new TreeSet<String>();
        for (var template : filesBelow(TEMPLATES, ".html")) {
            NAMED.matcher(Files.readString(template)).results().forEach(match -> named.add(match.group(1)));
        }
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(everyKey()).containsAll(named);
    }

    /** What a rule says when it refuses: each such key stands in the source as a string, some without their last word. */
    @Test
    void everyRefusalThatTheSourceNamesHasItsWords() throws IOException {
        var named = new TreeSet<String>();
        var refusal = Pattern.compile("\"([a-z]+\\.(?:invalid|refusal|webhook)\\.[a-zA-Z._]*[a-zA-Z])\"");
        for (var source : filesBelow(SOURCES, ".java")) {
            refusal.matcher(Files.readString(source)).results().forEach(match -> named.add(match.group(1)));
        }
        var keys = everyKey();
        assertThat(named)
                .hasSizeGreaterThan(30)
                .allMatch(name ->
                        keys.contains(name) || keys.contains(name + ".missing") || keys.contains(name + ".long"));
    }

    private static Set<String> everyKey() throws IOException {
        var keys = new TreeSet<String>();
        for (var basename : basenames().toList()) {
            keys.addAll(read(basename).stringPropertyNames());
        }
        return keys;
    }

    private static Map<String, Long> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }

    private static Properties read(String bundle) throws IOException {
        var properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(MESSAGES.resolve(bundle + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> filesBelow(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
