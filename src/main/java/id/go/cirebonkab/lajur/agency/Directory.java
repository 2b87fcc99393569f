package id.go.cirebonkab.lajur.agency;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The agencies as pages name them and offer them for choice. Nearly every page does and they hardly ever change, so they
 * are held here for some seconds; whether an agency may really be chosen, {@link Agencies} asks the database.
 */
@Component
public class Directory {

    private final JdbcClient jdbc;
    private final Held<Page> held;

    Directory(JdbcClient jdbc, Clock systemClock) {
        this.jdbc = jdbc;
        this.held = new Held<>(this::read, systemClock);
    }

    /**
     * The directory as it was some seconds ago at most.
     *
     * @param active those that may be chosen, by kind and name
     * @param groups the same by kind, in the order in which people look for them
     * @param shortNames of all agencies, closed ones too, by code
     */
    public record Page(List<Agency> active, List<Group> groups, Map<String, String> shortNames) {}

    /** The agencies of one kind that may be chosen. */
    public record Group(AgencyKind kind, List<Agency> agencies) {}

    public Page page() {
        return held.get();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(RegistryChanged change) {
        held.forget();
    }

    private Page read() {
        var all = jdbc.sql("select " + Agencies.COLUMNS + " from agency order by name")
                .query(Agency.class)
                .list();
        var groups = Arrays.stream(AgencyKind.values())
                .map(kind -> new Group(
                        kind,
                        all.stream()
                                .filter(agency -> agency.active() && agency.kind() == kind)
                                .toList()))
                .filter(group -> !group.agencies().isEmpty())
                .toList();
        return new Page(
                groups.stream().flatMap(group -> group.agencies().stream()).toList(),
                groups,
                all.stream().collect(Collectors.toUnmodifiableMap(Agency::code, Agency::shortName)));
    }
}
