package id.go.cirebonkab.lajur.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows that wait to be copied, by table, in the order in which the foreign keys want them. */
final class Copies {

    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("data_key", "id, owner, master, wrapped, made_at");
        COLUMNS.put(
                "complaint",
                "tracking_id, state, round, version, title, content, redacted_title, redacted_content,"
                        + " redacted_location, category, classification, classified, accused_agency, anonymous, secret,"
                        + " channel, location, date_of_incident, reported_at, received_at, queued_at,"
                        + " state_since, lead_agency, key_id, reporter");
        COLUMNS.put("complaint_access", "agency_code, tracking_id, queued_at");
        COLUMNS.put("assignment", "id, tracking_id, round, agency_code, kind, assigned_at, ended_at, ended_as");
        COLUMNS.put(
                "answer",
                "id, tracking_id, round, agency_code, kind, body, promised_for, author_name, answered_at, recorded,"
                        + " approved_at, relayed_at");
        COLUMNS.put("follow_up", "tracking_id, round, content, redacted_content, written_at, received_at");
        COLUMNS.put("taken_message", "tracking_id, fingerprint");
        COLUMNS.put("file", "id, name, content_type, size, sha256");
        COLUMNS.put("file_chunk", "file_id, position, content");
        COLUMNS.put("attachment", "file_id, tracking_id, position");
        COLUMNS.put("remark", "id, tracking_id, body");
        COLUMNS.put(
                "history",
                "tracking_id, round, happened_at, verb, from_state, to_state, version, actor_name, actor_role,"
                        + " agencies, detail, remark_id");
        COLUMNS.put(
                "clock",
                "tracking_id, round, step, owner, assignment_id, policy_id, started_at, due_at, warn_at, skipped,"
                        + " warned_at, breached_at, stopped_at, outcome, stop_reason");
        COLUMNS.put(
                "raw_message",
                "id, channel, file_id, sha256, arrived_at, received_at, status, outcome, reason, tracking_id");
        COLUMNS.put(
                "delivery",
                "id, tracking_id, answer_id, kind, sealed_body, body_sha256, secret, status, attempts, created_at,"
                        + " accepted_at, next_attempt_at, last_attempt_at, receipt");
        COLUMNS.put("delivery_attempt", "delivery_id, started_at, ended_at, action, result, http_status");
    }

    private final Map<String, StringBuilder> waiting = new LinkedHashMap<>();

    Copies() {
        COLUMNS.keySet().forEach(table -> waiting.put(table, new StringBuilder()));
    }

    /** The values in the order of the table's columns above; {@code byte[]} for bytea, a collection for an array. */
    void row(String table, @Nullable Object... values) {
        var rows = waiting.get(table);
        for (var at = 0; at < values.length; at++) {
            rows.append(at == 0 ? "" : "\t").append(written(values[at]));
        }
        rows.append('\n');
    }

    private static String written(@Nullable Object value) {
        if (value == null) {
            return "\\N";
        }
        if (value instanceof byte[] bytes) {
            return "\\\\x" + java.util.HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
        }
        return value.toString()
                .replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** One transaction with everything that waits. */
    void flush(Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : waiting.entrySet()) {
            if (!table.getValue().isEmpty()) {
                var sql = "copy " + table.getKey() + " (" + COLUMNS.get(table.getKey()) + ") from stdin";
                copy.copyIn(sql, new StringReader(table.getValue().toString()));
                table.getValue().setLength(0);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
