package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Officers on leave, and who stands in for them. */
@Repository
class Leaves {

    private final JdbcClient jdbc;
    private final Registry registry;
    private final DomainClock clock;

    Leaves(JdbcClient jdbc, Registry registry, DomainClock clock) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.clock = clock;
    }

    /** One officer's leave. Days in WIB, both inclusive. */
    record Leave(
            long id,
            long officerId,
            String officerName,
            long substituteId,
            String substituteName,
            LocalDate firstDay,
            LocalDate lastDay,
            boolean cancelled) {

        public boolean isOverBy(LocalDate day) {
            return lastDay.isBefore(day);
        }

        public boolean isOn(LocalDate day) {
            return !cancelled && !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }
    }

    private static final String LEAVE = """
            select v.id, v.officer_id, o.name as officer_name, v.substitute_id, s.name as substitute_name, v.first_day,
                   v.last_day, v.cancelled
            from officer_leave v join officer o on o.id = v.officer_id join officer s on s.id = v.substitute_id\s""";

    List<Leave> of(long officerId) {
        return jdbc.sql(LEAVE + "where v.officer_id = ? order by v.first_day desc, v.id desc")
                .params(officerId)
                .query(Leave.class)
                .list();
    }

    /** For whom this officer stands in, today or later. */
    List<Leave> forOthers(long substituteId, LocalDate today) {
        return jdbc.sql(LEAVE + """
                        where v.substitute_id = :id and not v.cancelled and v.last_day >= :today
                        order by v.first_day, v.id""")
                .param("id", substituteId)
                .param("today", today)
                .query(Leave.class)
                .list();
    }

    /** A leave as it is asked for. */
    record NewLeave(long substituteId, LocalDate firstDay, LocalDate lastDay) {

        private Map<String, @Nullable String> fields(String substituteName) {
            var fields = new LinkedHashMap<String, @Nullable String>();
            fields.put("pengganti", substituteName);
            fields.put("cutiMulai", firstDay.toString());
            fields.put("cutiSampai", lastDay.toString());
            return fields;
        }

        static NewLeave read(Fields typed) {
            var substitute = typed.needed("pengganti", "agency.invalid.substitute.missing");
            if (!substitute.isEmpty() && !substitute.matches("[0-9]{1,18}")) {
                typed.wrong("pengganti", "agency.invalid.substitute.missing");
            }
            var first = typed.day("cutiMulai");
            var last = typed.day("cutiSampai");
            if (typed.areRight() && last.isBefore(first)) {
                typed.wrong("cutiSampai", "agency.invalid.date.order");
            }
            return new NewLeave(typed.areRight() ? Long.parseLong(substitute) : 0, first, last);
        }
    }

    /** @throws InvalidInput when nobody can stand in like that */
    @Transactional
    public void add(long officerId, NewLeave leave, Actor by) {
        registry.turn();
        if (leave.substituteId() == officerId) {
            throw new InvalidInput("pengganti", "agency.invalid.substitute.self");
        }
        if (leave.lastDay().isBefore(clock.today())) {
            throw new InvalidInput("cutiSampai", "agency.invalid.leave.past");
        }
        var substitute = jdbc.sql("select name from officer where id = ? and active")
                .params(leave.substituteId())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new InvalidInput("pengganti", "agency.invalid.substitute.missing"));
        if (of(officerId).stream().anyMatch(other -> overlaps(other, leave))) {
            throw new InvalidInput("cutiMulai", "agency.invalid.leave.twice");
        }
        jdbc.sql("""
                        insert into officer_leave (officer_id, substitute_id, first_day, last_day)
                        values (:officer, :substitute, :first, :last)""")
                .param("officer", officerId)
                .param("substitute", leave.substituteId())
                .param("first", leave.firstDay())
                .param("last", leave.lastDay())
                .update();
        registry.changed(
                Registry.Kind.OFFICER,
                officerId,
                Registry.What.LEAVE_ADDED,
                Change.between(Map.of(), leave.fields(substitute)),
                by);
    }

    private static boolean overlaps(Leave other, NewLeave leave) {
        return !other.cancelled()
                && !other.firstDay().isAfter(leave.lastDay())
                && !other.lastDay().isBefore(leave.firstDay());
    }

    /** Ends a leave, or calls it off: the substitute acts no more. */
    @Transactional
    public void cancel(long officerId, long leaveId, Actor by) {
        registry.turn();
        var leave = of(officerId).stream()
                .filter(known -> known.id() == leaveId)
                .findFirst()
                .orElseThrow(() -> new NotVisible("leave " + leaveId));
        if (leave.cancelled()) {
            return;
        }
        jdbc.sql("update officer_leave set cancelled = true where id = ?")
                .params(leaveId)
                .update();
        registry.changed(
                Registry.Kind.OFFICER,
                officerId,
                Registry.What.LEAVE_CANCELLED,
                List.of(new Change("pengganti", leave.substituteName(), null)),
                by);
    }
}
