package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.intake.Unreadable.Reason;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON that a gateway posts to {@code /api/lapor/notifications}. Only {@code tracking_id} and {@code content}
 * must be there, and fields that it does not know are passed over. A field named twice makes the whole message
 * unreadable: which of them is meant cannot be known.
 */
final class NotificationJson {

    /** A body has at most 25 MiB, and one attachment may be nearly all of it. */
    private static final int LONGEST_STRING = 26 * 1024 * 1024;

    private static final int DEEPEST_NESTING = 32;
    private static final int MOST_ATTACHMENTS = 50;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_NESTING)
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    /**
     * Which fields may name the report. The portal's list is an assumption, so both names are taken that its other
     * calls use; and there an attachment is a path at the portal, which is not known how to fetch.
     */
    private enum Form {
        HANDED_OVER("tracking_id"),
        LISTED("tracking_id", "complaint_id", "id");

        private final List<String> trackingId;

        Form(String... trackingId) {
            this.trackingId = List.of(trackingId);
        }
    }

    private NotificationJson() {}

    /** Reads a body in UTF-8. */
    static Notification read(byte[] body) throws Unreadable {
        return read(reader(body), Form.HANDED_OVER);
    }

    /** Reads one complaint of the portal's list, in UTF-8. */
    static Notification readListed(byte[] body) throws Unreadable {
        return read(reader(body), Form.LISTED);
    }

    private static Reader reader(byte[] body) {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        int from = startsWithByteOrderMark(body) ? 3 : 0;
        return new InputStreamReader(new ByteArrayInputStream(body, from, body.length - from), strict);
    }

    static Notification read(String body) throws Unreadable {
        return read(new StringReader(body.startsWith("\ufeff") ? body.substring(1) : body), Form.HANDED_OVER);
    }

    private static boolean startsWithByteOrderMark(byte[] body) {
        return body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
    }

    private static Notification read(Reader body, Form form) throws Unreadable {
        var root = parse(body);
        var draft = new Draft();
        readTrackingId(root, form, draft);
        draft.content(text(root, "content"));
        draft.title(text(root, "title"));
        draft.category(text(root, "category"));
        var classification = text(root, "classification");
        if (classification != null) {
            draft.classification(classification);
        }
        draft.dateOfIncident(text(root, "date_of_incident"));
        draft.location(text(root, "location"));
        draft.reporterName(text(root, "reporter_name"));
        draft.channel(text(root, "channel"));
        readFlags(root, draft);
        readCreatedAt(root, draft);
        readAttachments(root, form, draft);
        return draft.toNotification();
    }

    private static JsonNode parse(Reader body) throws Unreadable {
        try {
            var root = JSON.readTree(body);
            if (!root.isObject()) {
                throw new Unreadable(Reason.NOT_JSON, "");
            }
            return root;
        } catch (JacksonException e) {
            var at = e.getLocation();
            // Not the parser's own words: they quote the message.
            throw new Unreadable(Reason.NOT_JSON, at == null ? "" : at.getLineNr() + ":" + at.getColumnNr());
        }
    }

    private static void readTrackingId(JsonNode root, Form form, Draft draft) throws Unreadable {
        var node = form.trackingId.stream()
                .map(root::path)
                .filter(named -> !isAbsent(named))
                .findFirst()
                .orElse(root.path("tracking_id"));
        if (isAbsent(node) || node.isString() && node.asString().isBlank()) {
            throw new Unreadable(Reason.NO_TRACKING_ID, "");
        }
        if (!node.isString() && !node.isIntegralNumber()) {
            throw new Unreadable(Reason.BAD_TRACKING_ID, node.isNumber() ? node.asString() : "");
        }
        draft.trackingId(node.asString());
    }

    private static void readFlags(JsonNode root, Draft draft) throws Unreadable {
        var anonymous = text(root, "is_anonymous");
        if (anonymous != null) {
            draft.anonymous("is_anonymous", anonymous);
        }
        var secret = text(root, "is_secret");
        if (secret != null) {
            draft.secret("is_secret", secret);
        }
    }

    private static void readCreatedAt(JsonNode root, Draft draft) throws Unreadable {
        var node = root.path("created_at");
        var written = text(root, "created_at");
        if (written == null || written.isBlank()) {
            return;
        }
        var moment = node.isNumber() ? epoch(node) : WrittenTime.read(written);
        draft.createdAt(moment.orElseThrow(() -> new Unreadable(Reason.BAD_TIME, written)));
    }

    private static Optional<Instant> epoch(JsonNode number) {
        if (number.isIntegralNumber()) {
            return WrittenTime.ofEpoch(new BigDecimal(number.bigIntegerValue()));
        }
        double seconds = number.asDouble();
        return Double.isFinite(seconds) ? WrittenTime.ofEpoch(BigDecimal.valueOf(seconds)) : Optional.empty();
    }

    private static void readAttachments(JsonNode root, Form form, Draft draft) throws Unreadable {
        var list = root.path("attachments");
        if (isAbsent(list)) {
            return;
        }
        if (!list.isArray() || list.size() > MOST_ATTACHMENTS) {
            throw new Unreadable(Reason.BAD_ATTACHMENT, list.isArray() ? list.size() + " > " + MOST_ATTACHMENTS : "");
        }
        int number = 0;
        for (var node : list) {
            if (form == Form.LISTED && !node.has("content_base64")) {
                continue;
            }
            draft.attach(attachment(node, ++number));
        }
    }

    private static AttachedFile attachment(JsonNode node, int number) throws Unreadable {
        var name = node.path("file_name");
        var type = node.path("content_type");
        var content = node.path("content_base64");
        var fits = !Notification.isTooLong(name.isString() ? name.asString() : null, AttachedFile.LONGEST_NAME);
        if (!node.isObject() || !content.isString() || !fits || !isTextOrAbsent(name) || !isTextOrAbsent(type)) {
            throw new Unreadable(Reason.BAD_ATTACHMENT, "attachments[" + number + "]");
        }
        try {
            return new AttachedFile(
                    isAbsent(name) ? "lampiran-" + number : name.asString(),
                    isAbsent(type) ? "" : type.asString(),
                    Base64.getDecoder().decode(content.asString().replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Reason.BAD_ATTACHMENT, "attachments[" + number + "]");
        }
    }

    private static @Nullable String text(JsonNode root, String field) throws Unreadable {
        var node = root.path(field);
        if (isAbsent(node)) {
            return null;
        }
        if (node.isContainer()) {
            throw new Unreadable(Reason.BAD_FIELD, field);
        }
        return node.asString();
    }

    private static boolean isTextOrAbsent(JsonNode node) {
        return node.isString() || isAbsent(node);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
