package id.go.cirebonkab.lajur.complaint;

import static id.go.cirebonkab.lajur.shared.DomainClock.WIB;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two messages say the same. One report comes by mail, by a gateway and from the portal's list: wrapped or
 * not, as HTML or not, with its time to the second, to the minute, or without one.
 */
public final class Wording {

    /** Only what is HTML beyond doubt: "biaya < Rp5.000" is none. */
    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|br|div|span|b|i|u|em|strong|a|ul|ol|li|table|tbody|thead|tr|td|th|h[1-6]|font|blockquote|pre|hr|img)"
                    + "(?:\\s[^<>]{0,1000})?/?>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private Wording() {}

    /** The words for comparing: without white space, tags, and marks that are not seen. Never for showing. */
    public static String bare(String text) {
        var words = TAG.matcher(text).replaceAll(" ");
        words = words.indexOf('&') < 0 ? words : Parser.unescapeEntities(words, false);
        return UNSEEN.matcher(Normalizer.normalize(words, Normalizer.Form.NFC)).replaceAll("");
    }

    /** Whether both may mean one moment: to the precision of the coarser one; an unknown one may be any. */
    static boolean mayBeOneMoment(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return true;
        }
        var unit = precision(one).compareTo(precision(other)) > 0 ? precision(one) : precision(other);
        return one.atZone(WIB).truncatedTo(unit).equals(other.atZone(WIB).truncatedTo(unit));
    }

    private static ChronoUnit precision(Instant time) {
        var local = time.atZone(WIB).toLocalTime();
        if (local.getNano() != 0) {
            return ChronoUnit.MICROS;
        }
        if (local.getSecond() != 0) {
            return ChronoUnit.SECONDS;
        }
        return local.getMinute() != 0 || local.getHour() != 0 ? ChronoUnit.MINUTES : ChronoUnit.DAYS;
    }
}
