package id.go.cirebonkab.lajur.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A notification as a gateway hands it over. */
final class NotificationBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CHANNEL = "Website";

    private NotificationBody() {}

    static String of(long trackingId, ReportForm form, Instant now) {
        var fields = start(trackingId, form.title(), form.content());
        put(fields, "category", form.category());
        put(fields, "classification", form.classification());
        put(
                fields,
                "date_of_incident",
                form.dateOfIncident() == null ? null : PortalTime.written(form.dateOfIncident()));
        put(fields, "location", form.location());
        fields.put("is_anonymous", form.anonymous());
        fields.put("is_secret", form.secret());
        put(fields, "reporter_name", form.anonymous() ? null : form.reporterName());
        return ended(fields, now);
    }

    static String ofReply(SimulatedPortal.Report report, String content, Instant now) {
        var fields = start(report.trackingId(), report.title(), content);
        if (report.writtenHere()) {
            fields.put("is_anonymous", report.anonymous());
            fields.put("is_secret", report.secret());
            put(fields, "reporter_name", report.anonymous() ? null : report.reporterName());
        }
        return ended(fields, now);
    }

    private static Map<String, Object> start(long trackingId, @Nullable String title, String content) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("tracking_id", String.valueOf(trackingId));
        put(fields, "title", title);
        fields.put("content", content);
        return fields;
    }

    private static String ended(Map<String, Object> fields, Instant now) {
        fields.put("channel", CHANNEL);
        fields.put("created_at", PortalTime.written(now));
        return JSON.writeValueAsString(fields);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
