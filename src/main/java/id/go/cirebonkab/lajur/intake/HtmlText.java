package id.go.cirebonkab.lajur.intake;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The text of an HTML mail, line by line as it is seen: a block and a row of a table are lines of their own, and the cells
 * of a row stand on one line with a tab between, so that labels stay what they are.
 */
final class HtmlText implements NodeFilter {

    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        var reading = new HtmlText();
        Jsoup.parse(html).body().filter(reading);
        return reading.text.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words);
        } else if (node instanceof Element element) {
            if (isHidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (isCell(element) && element.previousElementSibling() != null) {
                tab();
            } else if (element.isBlock() && !isCell(element)) {
                newLine();
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.nameIs("br")) {
                text.append('\n');
            } else if (element.nameIs("p")) {
                newLine();
                text.append('\n');
            } else if (element.isBlock() && !isCell(element)) {
                newLine();
            }
        }
        return FilterResult.CONTINUE;
    }

    /** White space in the source is one blank, except where the page says that it counts. */
    private void append(TextNode words) {
        if (words.parent() != null && words.parent().closest("pre, textarea") != null) {
            text.append(words.getWholeText());
            return;
        }
        var line = words.getWholeText().replaceAll("[ \\t\\n\\f\\r]+", " ");
        boolean begins = text.isEmpty() || "\n\t ".indexOf(text.charAt(text.length() - 1)) >= 0;
        text.append(begins && line.startsWith(" ") ? line.substring(1) : line);
    }

    private void newLine() {
        stripBlanks();
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    /** A cell's own blocks end with it: its neighbour stands beside, not below. */
    private void tab() {
        while (!text.isEmpty() && "\n ".indexOf(text.charAt(text.length() - 1)) >= 0) {
            text.setLength(text.length() - 1);
        }
        if (!text.isEmpty()) {
            text.append('\t');
        }
    }

    private void stripBlanks() {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    private static boolean isCell(Element element) {
        return element.nameIs("td") || element.nameIs("th");
    }

    private static boolean isHidden(Element element) {
        return element.nameIs("script")
                || element.nameIs("style")
                || element.nameIs("title")
                || element.nameIs("template")
                || element.attr("style")
                        .replace(" ", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("display:none");
    }
}
