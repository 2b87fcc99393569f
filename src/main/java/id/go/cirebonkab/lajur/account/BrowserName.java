package id.go.cirebonkab.lajur.account;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * A browser in the words of people, by what it says of itself, which may be anything.
 *
 * @param browser its name; empty when it is not known
 * @param system what it runs on; empty when it is not known
 */
record BrowserName(String browser, String system) {

    /** The first that is named counts: many browsers name those that they come from too. */
    private static final List<Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("UCBrowser/", "UC Browser"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    static BrowserName of(String userAgent) {
        return new BrowserName(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    private static String first(List<Entry<String, String>> known, String userAgent) {
        return known.stream()
                .filter(each -> userAgent.contains(each.getKey()))
                .map(Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The key of its words, which take browser and system. */
    public String words() {
        if (browser.isEmpty()) {
            return "session.browser.unknown";
        }
        return system.isEmpty() ? "session.browser.alone" : "session.browser.on";
    }
}
