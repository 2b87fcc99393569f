package id.go.cirebonkab.lajur.shared;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Light or dark, as somebody chose for his or her browser. */
enum Theme {
    /** Follows the browser's own setting; light where that cannot be seen. */
    AUTO("otomatis", "light"),
    LIGHT("terang", "light"),
    DARK("gelap", "dark");

    private final String word;
    private final String shown;

    Theme(String word, String shown) {
        this.word = word;
        this.shown = shown;
    }

    static Optional<Theme> read(@Nullable String word) {
        return Stream.of(values()).filter(theme -> theme.word.equals(word)).findFirst();
    }

    /** Its name in cookie and form. */
    public String word() {
        return word;
    }

    /** What the page is drawn in before any script has run. */
    public String shown() {
        return shown;
    }

    public boolean isAuto() {
        return this == AUTO;
    }
}
