package id.go.cirebonkab.lajur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every template: its words live in the messages, and the browser finds nothing that the policy forbids. */
class TemplatesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static final Set<String> FILLED_BY_THYMELEAF = Set.of("th:text", "th:utext", "th:replace", "th:insert");
    private static final Set<String> SPOKEN = Set.of("placeholder", "title", "alt", "aria-label", "label", "summary");
    private static final Set<String> NEED_NO_LABEL = Set.of("hidden", "submit", "button", "reset", "image");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}");

    static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @Test
    void thereAreTemplates() throws IOException {
        assertThat(templates()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTextIsWrittenOut(Path template) throws IOException {
        var literal = parse(template).selectXpath("//text()", TextNode.class).stream()
                .filter(text ->
                        LETTERS.matcher(text.text().replace("Lajur", "")).find())
                .filter(text -> !isReplaced((Element) text.parent()))
                .map(TextNode::text)
                .toList();
        assertThat(literal).isEmpty();
        assertThat(attributes(template, SPOKEN::contains).filter(LETTERS.asPredicate()))
                .isEmpty();
    }

    /** Unescaped text comes from the messages, or is the list of agencies, which escapes each name itself. */
    @ParameterizedTest
    @MethodSource("templates")
    void unescapedTextIsOurOwn(Path template) throws IOException {
        assertThat(attributes(template, "th:utext"::equals))
                .allMatch(value -> value.matches("#\\{[\\w.-]+}")
                        || value.matches("[$]\\{agencyOptions[.]html(ForForwarding)?[(]chosen[)]}"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothingIsStyledOrScriptedInline(Path template) throws IOException {
        assertThat(attributes(template, name -> name.matches("(th:)?(style|styleappend|on\\w+|inline)")))
                .isEmpty();
        assertThat(parse(template).select("style, script:not([th:src~=^@\\{/(aset|webjars)/])"))
                .isEmpty();
        assertThat(parse(template).select("script"))
                .allMatch(script -> script.html().isBlank());
    }

    /** {@code th:action} is what writes the token against forged requests into the form. */
    @ParameterizedTest
    @MethodSource("templates")
    void everyFormThatPostsCarriesItsToken(Path template) throws IOException {
        assertThat(parse(template).select("form"))
                .filteredOn(form -> form.attr("method").equalsIgnoreCase("post") || form.hasAttr("th:method"))
                .allMatch(form -> form.hasAttr("th:action"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyFieldHasItsLabel(Path template) throws IOException {
        var page = parse(template);
        assertThat(page.select("input, select, textarea"))
                .filteredOn(field -> !NEED_NO_LABEL.contains(field.attr("type")))
                .allMatch(field -> field.closest("label") != null || hasLabel(page, field));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyPageHasItsTitleAndOneHeadingAboveAll(Path template) throws IOException {
        var page = parse(template);
        var html = page.selectFirst("html");
        if (html == null || !html.attr("th:replace").startsWith("~{layout/page :: page(title=")) {
            return;
        }
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
    }

    /** The layout stands around every page, so its ids are nobody else's. */
    @ParameterizedTest
    @MethodSource("templates")
    void noIdStandsTwiceOnAPage(Path template) throws IOException {
        var layout = TEMPLATES.resolve("layout/page.html");
        var ids = parse(template).select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        if (!template.equals(layout)) {
            assertThat(ids)
                    .doesNotContainAnyElementsOf(parse(layout).select("[id]").eachAttr("id"));
        }
    }

    private static boolean hasLabel(Document page, Element field) {
        return page.select("label").stream()
                .anyMatch(label -> isSame(label, "for", field, "id") || isSame(label, "th:for", field, "th:id"));
    }

    private static boolean isSame(Element label, String of, Element field, String attribute) {
        return label.hasAttr(of) && label.attr(of).equals(field.attr(attribute));
    }

    private static boolean isReplaced(Element element) {
        // The outermost th:replace stands for the layout, which takes the page's main as it is.
        return Stream.concat(Stream.of(element), element.parents().stream())
                .filter(ancestor -> !ancestor.normalName().equals("html"))
                .anyMatch(ancestor -> FILLED_BY_THYMELEAF.stream().anyMatch(ancestor::hasAttr));
    }

    private static Stream<String> attributes(Path template, Predicate<String> named) throws IOException {
        return parse(template).getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .filter(attribute -> named.test(attribute.getKey()))
                .map(attribute -> attribute.getValue());
    }

    private static Document parse(Path template) throws IOException {
        return Jsoup.parse(Files.readString(template), "", Parser.xmlParser());
    }
}
