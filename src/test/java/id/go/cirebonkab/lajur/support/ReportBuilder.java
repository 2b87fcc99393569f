package id.go.cirebonkab.lajur.support;

import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.Report;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a citizen writes, in words: {@code aReport().titled("Jalan rusak").isSecret()}. Each has a number of its own. */
public final class ReportBuilder {

    private static final AtomicLong LAST = new AtomicLong(700_000);

    private TrackingId id = new TrackingId(LAST.incrementAndGet());
    private String title = "Jalan rusak";
    private String content = "Jalan di depan pasar berlubang.";
    private @Nullable Classification classification;
    private boolean anonymous;
    private boolean secret;
    private String location = "Sumber";
    private @Nullable String reporterName;
    private @Nullable Instant reportedAt;

    private ReportBuilder() {}

    public static ReportBuilder aReport() {
        return new ReportBuilder();
    }

    public ReportBuilder numbered(TrackingId number) {
        id = number;
        return this;
    }

    public ReportBuilder titled(String words) {
        title = words;
        return this;
    }

    public ReportBuilder saying(String words) {
        content = words;
        return this;
    }

    public ReportBuilder classified(Classification as) {
        classification = as;
        return this;
    }

    public ReportBuilder by(String name) {
        reporterName = name;
        return this;
    }

    public ReportBuilder isAnonymous() {
        anonymous = true;
        return this;
    }

    public ReportBuilder isSecret() {
        secret = true;
        return this;
    }

    public ReportBuilder writtenAt(Instant time) {
        reportedAt = time;
        return this;
    }

    public ReportBuilder at(String place) {
        location = place;
        return this;
    }

    public TrackingId id() {
        return id;
    }

    public Report build() {
        return new Report(
                id,
                title,
                content,
                null,
                classification,
                anonymous,
                secret,
                reporterName,
                "Web",
                location,
                null,
                reportedAt,
                content + reportedAt);
    }
}
