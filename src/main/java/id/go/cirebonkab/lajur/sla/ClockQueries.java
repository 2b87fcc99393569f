package id.go.cirebonkab.lajur.sla;

import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks as they are shown: with their limit, its source, and the days that did not count. */
@Repository
public class ClockQueries {

    private final JdbcClient jdbc;

    ClockQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One clock. Times are domain times.
     *
     * @param owner an agency's code, {@code DESK} or {@code PORTAL}
     * @param amount of the limit, in {@code unit}
     * @param skipped the days that did not count, one a line: {@code 2026-12-24 CUTI_BERSAMA Cuti bersama}
     */
    public record ClockRow(
            long id,
            long trackingId,
            int round,
            Step step,
            String owner,
            @Nullable String ownerName,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant warnedAt,
            @Nullable Instant breachedAt,
            @Nullable Instant stoppedAt,
            Outcome outcome,
            @Nullable String stopReason,
            int amount,
            LimitUnit unit,
            String legalSource,
            String skipped) {

        public boolean isRunning() {
            return stoppedAt == null;
        }

        public boolean isNear() {
            return isRunning() && outcome == Outcome.RUNNING && warnedAt != null;
        }

        public boolean isLate() {
            return outcome == Outcome.BREACHED;
        }

        /** How it is to be shown: {@code late}, {@code near}, {@code running} or {@code done}. */
        public String tone() {
            if (isLate()) {
                return "late";
            }
            if (isNear()) {
                return "near";
            }
            return isRunning() ? "running" : "done";
        }

        /** The days off between start and due: date, reason code, name. */
        public List<DayLine> daysOff() {
            return skipped.isBlank()
                    ? List.of()
                    : Arrays.stream(skipped.split("\n")).map(DayLine::of).toList();
        }
    }

    /** One day that did not count. */
    public record DayLine(LocalDate date, String reason, String name) {

        static DayLine of(String line) {
            var parts = line.split(" ", 3);
            return new DayLine(
                    LocalDate.parse(parts[0]), parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
        }
    }

    private static final String ROW = """
            select c.id, c.tracking_id, c.round, c.step, c.owner, coalesce(a.alias, a.name) as owner_name, c.started_at,
                   c.due_at, c.warned_at, c.breached_at, c.stopped_at, c.outcome, c.stop_reason, p.amount, p.unit,
                   p.legal_source, c.skipped
            from clock c join policy p on p.id = c.policy_id left join agency a on a.code = c.owner
            """;

    /** Every clock of a complaint, oldest first. */
    public List<ClockRow> of(TrackingId id) {
        return jdbc.sql(ROW + "where c.tracking_id = ? order by c.id")
                .params(id.value())
                .query(ClockQueries::row)
                .list();
    }

    /** The SOP's running clocks of the complaints on a page, soonest first. */
    public Map<Long, List<ClockRow>> running(Collection<Long> trackingIds) {
        if (trackingIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(ROW + """
                        where c.tracking_id = any(:ids) and c.stopped_at is null
                        and c.step in ('FORWARD', 'ANSWER', 'REVIEW', 'RELAY', 'PROMISE') order by c.due_at""")
                .param("ids", trackingIds.toArray(Long[]::new))
                .query(ClockQueries::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(ClockRow::trackingId));
    }

    /** By hand: reading a page of clocks by reflection takes longer than finding them. */
    private static ClockRow row(ResultSet row, int number) throws SQLException {
        return new ClockRow(
                row.getLong("id"),
                row.getLong("tracking_id"),
                row.getInt("round"),
                Step.valueOf(row.getString("step")),
                row.getString("owner"),
                row.getString("owner_name"),
                Times.instant(row, "started_at"),
                Times.instant(row, "due_at"),
                Times.instantOrNull(row, "warned_at"),
                Times.instantOrNull(row, "breached_at"),
                Times.instantOrNull(row, "stopped_at"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("stop_reason"),
                row.getInt("amount"),
                LimitUnit.valueOf(row.getString("unit")),
                row.getString("legal_source"),
                row.getString("skipped"));
    }
}
