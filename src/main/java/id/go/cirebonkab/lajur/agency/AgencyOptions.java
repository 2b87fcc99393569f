package id.go.cirebonkab.lajur.agency;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The options of a list to choose an agency from, as HTML. Ninety of them stand on most pages and are always the same, so
 * they are written once per directory and language: a template takes longer for them than for the rest of the page.
 */
@Component
public class AgencyOptions {

    private final Directory directory;
    private final Mandates mandates;
    private final MessageSource messages;
    private final Map<Locale, Written> plain = new ConcurrentHashMap<>();
    private final Map<Locale, Written> marked = new ConcurrentHashMap<>();

    AgencyOptions(Directory directory, Mandates mandates, MessageSource messages) {
        this.directory = directory;
        this.mandates = mandates;
        this.messages = messages;
    }

    private record Written(Directory.Page page, Set<String> served, String html) {}

    /**
     * Escaped HTML, in the language of the page.
     *
     * @param chosen the code of the agency that is selected; whatever is no agency's code selects none
     */
    public String html(@Nullable String chosen) {
        return html(plain, directory.page(), Set.of(), chosen);
    }

    /** The same, and those for which nobody may act today say so: what is forwarded to them goes by letter. */
    public String htmlForForwarding(@Nullable String chosen) {
        return html(marked, directory.page(), mandates.served(), chosen);
    }

    private String html(
            Map<Locale, Written> written, Directory.Page page, Set<String> served, @Nullable String chosen) {
        var locale = LocaleContextHolder.getLocale();
        var last = written.get(locale);
        if (last == null || last.page() != page || !last.served().equals(served)) {
            var unserved = written == marked ? messages.getMessage("agency.withoutPic", null, locale) : null;
            last = new Written(page, served, write(page, served, unserved, locale));
            written.put(locale, last);
        }
        return chosen != null && page.shortNames().containsKey(chosen)
                ? last.html().replace(value(chosen), value(chosen) + " selected=\"selected\"")
                : last.html();
    }

    /** @param unserved the words behind an agency for which nobody acts; {@code null} for none */
    private String write(Directory.Page page, Set<String> served, @Nullable String unserved, Locale locale) {
        var html = new StringBuilder();
        for (var group : page.groups()) {
            var kind = messages.getMessage("agency.kind." + group.kind().name(), null, locale);
            html.append("<optgroup label=\"").append(HtmlUtils.htmlEscape(kind)).append("\">");
            for (var agency : group.agencies()) {
                html.append("<option ")
                        .append(value(agency.code()))
                        .append('>')
                        .append(HtmlUtils.htmlEscape(agency.optionName(), "UTF-8"));
                if (unserved != null && !served.contains(agency.code())) {
                    html.append(" – ").append(HtmlUtils.htmlEscape(unserved, "UTF-8"));
                }
                html.append("</option>");
            }
            html.append("</optgroup>");
        }
        return html.toString();
    }

    private static String value(String code) {
        return "value=\"" + HtmlUtils.htmlEscape(code) + '"';
    }
}
