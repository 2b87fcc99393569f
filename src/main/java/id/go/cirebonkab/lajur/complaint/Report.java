package id.go.cirebonkab.lajur.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen reported, as it was read from a message or typed by the desk.
 *
 * @param classification {@code null} when the message named none: it then counts as NON_PENGAWASAN, unclassified
 * @param anonymous only the portal knows who reports; a name that comes along is dropped here
 * @param secret the content is not published
 * @param dateOfIncident as written by the citizen
 * @param reportedAt the portal's time, if it said one
 * @param fingerprint tells the same message, sent again, from a new one
 */
public record Report(
        TrackingId trackingId,
        String title,
        String content,
        @Nullable String category,
        @Nullable Classification classification,
        boolean anonymous,
        boolean secret,
        @Nullable String reporterName,
        @Nullable String channel,
        @Nullable String location,
        @Nullable String dateOfIncident,
        @Nullable Instant reportedAt,
        String fingerprint) {

    public Report {
        reporterName = anonymous ? null : reporterName;
    }
}
