package id.go.cirebonkab.lajur.agency;

import java.util.Locale;
import java.util.Map;
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
    private final MessageSource messages;
    private final Map<Locale, Written> written = new ConcurrentHashMap<>();

    AgencyOptions(Directory directory, MessageSource messages) {
        this.directory = directory;
        this.messages = messages;
    }

    private record Written(Directory.Page page, String html) {}

    /**
     * Escaped HTML, in the language of the page.
     *
     * @param chosen the code of the agency that is selected; whatever is no agency's code selects none
     */
    public String html(@Nullable String chosen) {
        var locale = LocaleContextHolder.getLocale();
        var page = directory.page();
        var last = written.get(locale);
        if (last == null || last.page() != page) {
            last = new Written(page, write(page, locale));
            written.put(locale, last);
        }
        return chosen != null && page.shortNames().containsKey(chosen)
                ? last.html().replace(value(chosen), value(chosen) + " selected=\"selected\"")
                : last.html();
    }

    private String write(Directory.Page page, Locale locale) {
        var html = new StringBuilder();
        for (var group : page.groups()) {
            var kind = messages.getMessage("agency.kind." + group.kind().name(), null, locale);
            html.append("<optgroup label=\"").append(HtmlUtils.htmlEscape(kind)).append("\">");
            for (var agency : group.agencies()) {
                html.append("<option ")
                        .append(value(agency.code()))
                        .append('>')
                        .append(HtmlUtils.htmlEscape(agency.optionName(), "UTF-8"))
                        .append("</option>");
            }
            html.append("</optgroup>");
        }
        return html.toString();
    }

    private static String value(String code) {
        return "value=\"" + HtmlUtils.htmlEscape(code) + '"';
    }
}
