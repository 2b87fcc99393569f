package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.intake.Unreadable.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A notification being read: takes the words of either form and judges them the same way. */
final class Draft {

    private static final Set<String> YES = Set.of("ya", "y", "yes", "true", "1", "iya", "benar");
    private static final Set<String> NO = Set.of("", "-", "tidak", "t", "n", "no", "false", "0", "bukan", "tdk");
    private static final Set<String> NOBODY = Set.of("anonim", "anonymous", "anonymus", "disamarkan", "dirahasiakan");

    private @Nullable TrackingId trackingId;
    private @Nullable String title;
    private @Nullable String content;
    private @Nullable String category;
    private @Nullable Classification classification;
    private @Nullable String dateOfIncident;
    private @Nullable String location;
    private boolean anonymous;
    private boolean secret;
    private @Nullable String reporterName;
    private @Nullable String channel;
    private @Nullable Instant createdAt;
    private final List<AttachedFile> attachments = new ArrayList<>();

    /** @throws Unreadable if it is no tracking id, or another one than was read before */
    void trackingId(String text) throws Unreadable {
        var read = TrackingId.read(text).orElseThrow(() -> new Unreadable(Reason.BAD_TRACKING_ID, text));
        if (trackingId != null && !trackingId.equals(read)) {
            throw new Unreadable(Reason.BAD_TRACKING_ID, trackingId + ", " + read);
        }
        trackingId = read;
    }

    boolean hasTrackingId() {
        return trackingId != null;
    }

    void title(@Nullable String text) {
        title = text;
    }

    void content(@Nullable String text) {
        content = text;
    }

    void category(@Nullable String text) {
        category = text;
    }

    void dateOfIncident(@Nullable String text) {
        dateOfIncident = text;
    }

    void location(@Nullable String text) {
        location = text;
    }

    void reporterName(@Nullable String text) {
        reporterName = text;
        anonymous |= text != null && NOBODY.contains(firstWord(text));
    }

    void channel(@Nullable String text) {
        channel = text;
    }

    void createdAt(Instant moment) {
        createdAt = moment;
    }

    void attach(AttachedFile file) {
        attachments.add(file);
    }

    /** A yes stays, whatever is said after it: rather one report too many without a name. */
    void anonymous(String field, String text) throws Unreadable {
        anonymous |= isYes(field, text);
    }

    void secret(String field, String text) throws Unreadable {
        secret |= isYes(field, text);
    }

    /** "Pengaduan" alone is what the citizen chooses on the portal; whether it is berkadar pengawasan is still open. */
    void classification(String text) throws Unreadable {
        var words = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
        classification = switch (words) {
            case "", "pengaduan" -> null;
            case "pengawasan", "berkadar pengawasan", "pengaduan berkadar pengawasan" -> Classification.PENGAWASAN;
            case "non pengawasan",
                    "nonpengawasan",
                    "tidak berkadar pengawasan",
                    "pengaduan tidak berkadar pengawasan",
                    "pengaduan non pengawasan" -> Classification.NON_PENGAWASAN;
            case "aspirasi" -> Classification.ASPIRASI;
            case "informasi", "permintaan informasi" -> Classification.INFORMASI;
            default -> throw new Unreadable(Reason.UNKNOWN_CLASSIFICATION, text);
        };
    }

    Notification toNotification() throws Unreadable {
        if (trackingId == null) {
            throw new Unreadable(Reason.NO_TRACKING_ID, "");
        }
        if (content == null || Notification.stripped(content).isEmpty()) {
            throw new Unreadable(Reason.NO_CONTENT, trackingId.toString());
        }
        requireBound("content", content, Notification.LONGEST_CONTENT);
        requireBound("title", title, Notification.LONGEST_TITLE);
        requireBound("category", category, Notification.LONGEST_LINE);
        requireBound("date_of_incident", dateOfIncident, Notification.LONGEST_LINE);
        requireBound("location", location, Notification.LONGEST_LINE);
        requireBound("channel", channel, Notification.LONGEST_LINE);
        requireBound("reporter_name", anonymous ? null : reporterName, Notification.LONGEST_LINE);
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
                attachments);
    }

    private static boolean isYes(String field, String text) throws Unreadable {
        var word = firstWord(text);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new Unreadable(Reason.BAD_FIELD, field);
        }
        return YES.contains(word);
    }

    /** "Ya (identitas disembunyikan)" says ya. */
    private static String firstWord(String text) {
        var words = Notification.stripped(text).toLowerCase(Locale.ROOT);
        int from = words.startsWith("(") ? 1 : 0;
        int to = from;
        while (to < words.length()
                && !Notification.isBlank(words.charAt(to))
                && ".,;()".indexOf(words.charAt(to)) < 0) {
            to++;
        }
        return words.substring(from, to);
    }

    private static void requireBound(String field, @Nullable String text, int longest) throws Unreadable {
        if (text != null && Notification.isTooLong(Notification.stripped(Notification.cleaned(text)), longest)) {
            throw new Unreadable(Reason.TOO_LONG, field + " > " + longest);
        }
    }
}
