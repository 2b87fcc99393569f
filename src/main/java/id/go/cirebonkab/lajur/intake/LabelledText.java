package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.intake.Unreadable.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain text of a notification mail, or what somebody pasted, by its labels: "Judul: Jalan rusak". A label
 * stands at the start of a line, after quote marks, a bullet or an asterisk at most, with its value behind {@code :},
 * {@code =} or a tab, or on the lines below. The content runs until the next known label that was not there before;
 * every other value ends with its line, but for a title or location that goes on until a blank line.
 *
 * <p>A text is written by strangers, so where it says something twice: two tracking ids are unreadable, one yes makes a
 * report anonymous or secret, and of everything else the first counts and the second stays part of the content.
 */
final class LabelledText {

    private static final String BLOCK = "████████";
    private static final int SHORTEST_UNLABELLED_ID = 4;

    private static final Pattern ID_IN_VALUE = Pattern.compile("(#?\\s?[0-9]{1,20})(?:[\\s.,;()\\[\\]].*)?");
    private static final Pattern ID_IN_TEXT = Pattern.compile("#([0-9]{" + SHORTEST_UNLABELLED_ID + ",10})(?![0-9])");

    private static final Pattern FOOTER = Pattern.compile(
            "-- $|\\h*\\W{0,3}(?:(?:pesan|e-?mail|surel|surat|notifikasi) ini (?:dikirim|dibuat|dihasilkan)(?:kan)?"
                    + " (?:secara )?otomatis|(?:mohon |harap )?(?:jangan|tidak) membalas (?:pesan|e-?mail|surel) ini"
                    + "|this (?:is an automat|e-?mail was sent automatic))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern JSON_FIELD =
            Pattern.compile("\"reporter_name\"\\s{0,100}:\\s{0,100}", Pattern.CASE_INSENSITIVE);

    private final Map<Label, StringBuilder> values = new EnumMap<>(Label.class);
    private final List<String> trackingIds = new ArrayList<>();
    private final List<String> anonymous = new ArrayList<>();
    private final List<String> secret = new ArrayList<>();
    private final StringBuilder unlabelled = new StringBuilder();

    private final boolean endsAtFooter;

    private LabelledText(boolean endsAtFooter) {
        this.endsAtFooter = endsAtFooter;
    }

    /** Reads a text whose first line may be the subject of its mail. */
    static Notification read(String text) throws Unreadable {
        return read(text, new LabelledText(false));
    }

    /**
     * Likewise, but the content ends also where a mail says something about itself: at a signature, or at "pesan ini
     * dikirim otomatis".
     */
    static Notification readMail(String text) throws Unreadable {
        return read(text, new LabelledText(true));
    }

    private static Notification read(String text, LabelledText reading) throws Unreadable {
        reading.collect(Notification.cleaned(text).split("\n", -1));
        return reading.toNotification();
    }

    /**
     * The raw message with everything that a label or a JSON field says about the reporter replaced by a block whose
     * length tells nothing. For showing the raw message of an anonymous report; works on unreadable ones as well.
     */
    static String withReporterBlackedOut(String raw) {
        return blackedOutLines(blackedOutJson(raw));
    }

    private void collect(String[] lines) {
        for (int at = 0; at < lines.length; ) {
            var line = Line.read(lines[at]);
            at = line.label() != null && isNew(line.label())
                    ? collectValue(line, lines, at + 1)
                    : collectUnlabelled(lines[at], at);
        }
    }

    private int collectUnlabelled(String line, int at) {
        unlabelled.append(line).append('\n');
        return at + 1;
    }

    private boolean isNew(Label label) {
        return mayStandTwice(label) || !values.containsKey(label);
    }

    private static boolean mayStandTwice(Label label) {
        return label == Label.TRACKING_ID || label == Label.ANONYMOUS || label == Label.SECRET;
    }

    private int collectValue(Line start, String[] lines, int next) {
        var label = start.labelOrThrow();
        var value = new StringBuilder(start.value());
        if (label != Label.CONTENT && !mayStandTwice(label)) {
            values.put(label, value);
        }
        int after = label == Label.CONTENT
                ? collectContent(start, value, lines, next)
                : collectShort(label, value, lines, next);
        switch (label) {
            case TRACKING_ID -> trackingIds.add(value.toString());
            case ANONYMOUS -> anonymous.add(value.toString());
            case SECRET -> secret.add(value.toString());
            default -> values.put(label, value);
        }
        return after;
    }

    private int collectContent(Line start, StringBuilder value, String[] lines, int next) {
        values.put(Label.CONTENT, value);
        boolean below = start.value().isEmpty();
        var rest = new StringBuilder();
        int at = next;
        for (; at < lines.length; at++) {
            var line = Line.read(lines[at]);
            if (line.label() != null && isNew(line.label()) && line.quotes() <= start.quotes()) {
                break;
            }
            if (endsAtFooter && FOOTER.matcher(line.text()).lookingAt()) {
                break;
            }
            rest.append(withoutQuotes(lines[at], start.quotes())).append('\n');
        }
        // What stands below its label is often indented as a whole.
        var text = below ? withoutRule(rest).stripIndent() : value + "\n" + withoutRule(rest);
        value.setLength(0);
        value.append(text);
        return at;
    }

    private static int collectShort(Label label, StringBuilder value, String[] lines, int next) {
        boolean runsOn = label == Label.TITLE || label == Label.LOCATION;
        int at = next;
        boolean mayBeBlank = value.isEmpty();
        while (at < lines.length && (value.isEmpty() || runsOn)) {
            var line = Line.read(lines[at]);
            boolean blank = line.isEmpty();
            if (line.label() != null || blank && !mayBeBlank) {
                break;
            }
            if (!blank) {
                value.append(value.isEmpty() ? "" : " ").append(line.text().strip());
            }
            mayBeBlank = false;
            at++;
        }
        return at;
    }

    /** Without the lines of dashes that set it off from what follows. */
    private static String withoutRule(CharSequence text) {
        int end = text.length();
        int last = end;
        while (last > 0
                && (Notification.isBlank(text.charAt(last - 1)) || "\n-=_~*".indexOf(text.charAt(last - 1)) >= 0)) {
            last--;
            if (text.charAt(last) == '\n') {
                end = last;
            }
        }
        return text.subSequence(0, last == 0 ? 0 : end).toString();
    }

    private static String withoutQuotes(String line, int quotes) {
        int at = 0;
        int left = quotes;
        for (int i = 0; i < line.length() && left > 0 && isBlankOr(line.charAt(i), '>'); i++) {
            if (line.charAt(i) == '>') {
                left--;
                at = i + 1;
            }
        }
        return at > 0 && at < line.length() && line.charAt(at) == ' ' ? line.substring(at + 1) : line.substring(at);
    }

    private static boolean isBlankOr(char c, char other) {
        return c == other || Notification.isBlank(c);
    }

    private Notification toNotification() throws Unreadable {
        var draft = new Draft();
        readTrackingId(draft);
        draft.content(value(Label.CONTENT));
        draft.title(value(Label.TITLE));
        draft.category(value(Label.CATEGORY));
        var classification = value(Label.CLASSIFICATION);
        if (classification != null) {
            draft.classification(word(classification));
        }
        draft.dateOfIncident(value(Label.DATE_OF_INCIDENT));
        draft.location(value(Label.LOCATION));
        draft.reporterName(value(Label.REPORTER_NAME));
        draft.channel(value(Label.CHANNEL));
        for (var flag : anonymous) {
            draft.anonymous("Anonim", word(flag));
        }
        for (var flag : secret) {
            draft.secret("Rahasia", word(flag));
        }
        var createdAt = value(Label.CREATED_AT);
        if (createdAt != null) {
            draft.createdAt(
                    WrittenTime.read(word(createdAt)).orElseThrow(() -> new Unreadable(Reason.BAD_TIME, createdAt)));
        }
        return draft.toNotification();
    }

    private void readTrackingId(Draft draft) throws Unreadable {
        for (var written : trackingIds) {
            var value = word(written);
            var matcher = ID_IN_VALUE.matcher(value);
            if (!value.isEmpty()) {
                draft.trackingId(matcher.matches() ? matcher.group(1).replaceAll("\\s", "") : value);
            }
        }
        if (!draft.hasTrackingId()) {
            readTrackingIdOfSubject(draft);
        }
    }

    private void readTrackingIdOfSubject(Draft draft) throws Unreadable {
        Set<String> found = new LinkedHashSet<>();
        var matcher = ID_IN_TEXT.matcher(unlabelled);
        while (matcher.find() && found.size() < 2) {
            TrackingId.read(matcher.group(1)).ifPresent(id -> found.add(id.toString()));
        }
        for (var id : found) {
            draft.trackingId(id);
        }
    }

    /** A value as it is meant: a dash alone says that there is none. */
    private @Nullable String value(Label label) {
        var value = values.get(label);
        if (value == null) {
            return null;
        }
        var text = Notification.stripped(value.toString());
        return text.equals("-") ? null : text;
    }

    /** One word or number as it is meant, bold or not. */
    private static String word(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isBlankOr(value.charAt(from), '*')) {
            from++;
        }
        while (to > from && isBlankOr(value.charAt(to - 1), '*')) {
            to--;
        }
        return value.substring(from, to);
    }

    private static String blackedOutLines(String raw) {
        var out = new StringBuilder(raw.length());
        boolean wanted = false;
        boolean goesOn = false;
        int blanks = 0;
        for (int from = 0; from < raw.length(); ) {
            int end = endOfLine(raw, from);
            var text = raw.substring(from, end);
            var line = Line.read(text);
            if (line.label() != null) {
                boolean reporter = line.label().isOfTheReporter();
                out.append(reporter && !line.value().isEmpty() ? text.substring(0, line.valueFrom()) + BLOCK : text);
                wanted = reporter && line.value().isEmpty();
                goesOn = reporter;
                blanks = 0;
            } else if (!line.isEmpty() && (wanted || goesOn && line.isIndented())) {
                out.append(BLOCK);
                wanted = false;
            } else {
                out.append(text);
                wanted &= ++blanks < 2;
                goesOn &= wanted;
            }
            from = end;
            while (from < raw.length()
                    && isLineEnd(raw.charAt(from))
                    && (from == end || raw.charAt(from - 1) == '\r')) {
                out.append(raw.charAt(from++));
            }
        }
        return out.toString();
    }

    private static int endOfLine(String raw, int from) {
        int end = from;
        while (end < raw.length() && !isLineEnd(raw.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static String blackedOutJson(String raw) {
        var out = new StringBuilder(raw.length());
        int done = 0;
        var matcher = JSON_FIELD.matcher(raw);
        while (matcher.find(done)) {
            int from = matcher.end();
            int to = endOfJsonValue(raw, from);
            out.append(raw, done, from).append(raw.startsWith("null", from) ? "null" : "\"" + BLOCK + "\"");
            done = to;
        }
        return out.append(raw, done, raw.length()).toString();
    }

    /** Where the value that begins there ends, its nested ones included; the end of the text if it never does. */
    private static int endOfJsonValue(String raw, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int at = from; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (quoted) {
                if (c == '\\') {
                    at++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (depth == 0 && (c == ',' || c == '}' || c == ']' || c == '\n')) {
                return at;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return raw.length();
    }

    /**
     * One line and the label at its start, if it has one.
     *
     * @param quotes how many quote marks stand before it
     * @param text the line behind its quote marks
     * @param valueFrom where in the line the value begins
     */
    private record Line(@Nullable Label label, int quotes, String text, String value, int valueFrom) {

        private static final Pattern BULLET = Pattern.compile("(?:[-•·–—▪◦+]|\\*(?=[\\s\\h])|[0-9]{1,2}[.)])[\\s\\h]+");

        static Line read(String line) {
            int at = 0;
            int quotes = 0;
            int text = 0;
            while (at < line.length() && isBlankOr(line.charAt(at), '>')) {
                if (line.charAt(at++) == '>') {
                    quotes++;
                    text = at;
                }
            }
            if (at == line.length()) {
                return new Line(null, quotes, line.substring(text), "", at);
            }
            var bullet = BULLET.matcher(line).region(at, line.length());
            if (bullet.lookingAt()) {
                at = bullet.end();
            }
            int separator = separatorAfter(line, at);
            int labelEnd = separator < 0 ? line.length() : separator;
            var label = labelEnd - at > Label.LONGEST
                    ? null
                    : Label.read(line.substring(at, labelEnd)).orElse(null);
            if (label == null) {
                return new Line(null, quotes, line.substring(text), "", line.length());
            }
            int value = separator < 0 ? line.length() : valueFrom(line, at, separator);
            return new Line(label, quotes, line.substring(text), line.substring(value), value);
        }

        /** The colon, equals sign or tab that ends a label; blanks and a tab before a colon belong to it. */
        private static int separatorAfter(String line, int from) {
            for (int at = from; at < line.length() && at - from <= Label.LONGEST; at++) {
                if (":=\t：".indexOf(line.charAt(at)) >= 0) {
                    return at;
                }
            }
            return -1;
        }

        private static int valueFrom(String line, int labelFrom, int separator) {
            int at = separator;
            while (at < line.length() && Notification.isBlank(line.charAt(at))) {
                at++;
            }
            if (at < line.length() && ":=：".indexOf(line.charAt(at)) >= 0) {
                at++;
            }
            // *Judul:* has its second asterisk behind the colon.
            boolean open = line.substring(labelFrom, separator).stripLeading().startsWith("*")
                    && !line.substring(labelFrom, separator).stripTrailing().endsWith("*");
            while (open && at < line.length() && line.charAt(at) == '*') {
                at++;
            }
            while (at < line.length() && Notification.isBlank(line.charAt(at))) {
                at++;
            }
            return at;
        }

        boolean isEmpty() {
            return Notification.stripped(text).isEmpty();
        }

        /** Behind its quote marks and the one blank that belongs to them. */
        boolean isIndented() {
            return text.startsWith(quotes > 0 ? "  " : " ") || text.startsWith("\t");
        }

        Label labelOrThrow() {
            if (label == null) {
                throw new IllegalStateException("a line without a label");
            }
            return label;
        }
    }
}
