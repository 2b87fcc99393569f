package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What LAPOR! tells about one report, read from a message in whatever form it came. Texts come out stripped, with line
 * feeds only, and with U+FFFD for what PostgreSQL or a screen would choke on (NUL, other control characters, halves of
 * surrogate pairs); blank ones are absent. Anonim hides who reports: a name that came all the same is dropped here.
 *
 * @param title at most 500 characters (code points, as everywhere here), one line
 * @param content what the citizen wrote, at most 50,000 characters, never blank
 * @param category at most 300 characters, one line; so are the location, the reporter's name and the channel
 * @param classification absent where the notification does not say; that is not NON_PENGAWASAN yet
 * @param dateOfIncident as it was written: a date or words such as "kemarin malam"; at most 300 characters
 * @param createdAt when the portal took the report, in microseconds
 */
public record Notification(
        TrackingId trackingId,
        @Nullable String title,
        String content,
        @Nullable String category,
        @Nullable Classification classification,
        @Nullable String dateOfIncident,
        @Nullable String location,
        boolean anonymous,
        boolean secret,
        @Nullable String reporterName,
        @Nullable String channel,
        @Nullable Instant createdAt,
        List<AttachedFile> attachments) {

    static final int LONGEST_TITLE = 500;
    static final int LONGEST_LINE = 300;
    static final int LONGEST_CONTENT = 50_000;

    private static final char UNWRITABLE = '\uFFFD';

    /** @throws IllegalArgumentException if the content is blank or a text too long; the readers throw Unreadable first */
    public Notification {
        content = stripped(cleaned(content));
        if (content.isEmpty()) {
            throw new IllegalArgumentException("a notification has content");
        }
        title = optionalLine(title);
        category = optionalLine(category);
        dateOfIncident = optionalLine(dateOfIncident);
        location = optionalLine(location);
        channel = optionalLine(channel);
        reporterName = anonymous ? null : optionalLine(reporterName);
        attachments = List.copyOf(attachments);
        require(content, LONGEST_CONTENT);
        require(title, LONGEST_TITLE);
        require(category, LONGEST_LINE);
        require(dateOfIncident, LONGEST_LINE);
        require(location, LONGEST_LINE);
        require(channel, LONGEST_LINE);
        require(reporterName, LONGEST_LINE);
    }

    Notification with(List<AttachedFile> files) {
        return new Notification(
                trackingId,
                title,
                content,
                category,
                classification,
                dateOfIncident,
                location,
                anonymous,
                secret,
                reporterName,
                channel,
                createdAt,
                files);
    }

    /** Never the reporter's name, nor what the citizen wrote: this may end in a log. */
    @Override
    public String toString() {
        return "Notification[" + trackingId + ", content of " + content.length() + " characters, " + attachments.size()
                + " attachments]";
    }

    static String cleaned(String text) {
        var out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                out.append(c).append(text.charAt(++at));
            } else if (c == '\r') {
                if (at + 1 == text.length() || text.charAt(at + 1) != '\n') {
                    out.append('\n');
                }
            } else if (c == '\n' || c == '\t') {
                out.append(c);
            } else {
                out.append(Character.isISOControl(c) || Character.isSurrogate(c) ? UNWRITABLE : c);
            }
        }
        return out.toString();
    }

    /** Cleaned and on one line. */
    static String line(String text) {
        return stripped(cleaned(text).replace('\n', ' ').replace('\t', ' '));
    }

    /** Without the blanks of any kind and the invisible marks around it. */
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** White space, the non-breaking included, and marks that are not seen, such as those of direction. */
    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static @Nullable String optionalLine(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(Notification::line)
                .filter(line -> !line.isEmpty())
                .orElse(null);
    }

    private static void require(@Nullable String text, int longest) {
        if (isTooLong(text, longest)) {
            throw new IllegalArgumentException("a text has at most " + longest + " characters");
        }
    }

    static boolean isTooLong(@Nullable String text, int longest) {
        return text != null && text.codePointCount(0, text.length()) > longest;
    }
}
