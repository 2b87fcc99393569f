package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.shared.Slice;
import id.go.cirebonkab.lajur.shared.Times;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Searches the log. A condition that was not asked for is not in the statement, so that each search finds its index. */
@Repository
class LogQueries {

    private static final int READ_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    LogQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account that the log knows, by its latest name there. */
    record KnownAccount(long id, String name) {}

    /** Takes each entry that is found. */
    interface Reader {
        void take(LoggedEntry entry) throws IOException;
    }

    /**
     * Newest first.
     *
     * @param after where the page before has ended, as its {@code next} says; the first page when {@code null} or no such
     */
    Slice<LoggedEntry> page(LogSearch search, @Nullable String after) {
        return Slice.of(
                read(search, Place.read(after), Slice.SIZE + 1),
                entry -> Place.of(entry).toString());
    }

    /** All of them, newest first, never more than some at a time in memory and no transaction open meanwhile. */
    void each(LogSearch search, Reader reader) throws IOException {
        var place = (Place) null;
        while (true) {
            var some = read(search, place, READ_AT_ONCE);
            for (var entry : some) {
                reader.take(entry);
            }
            if (some.size() < READ_AT_ONCE) {
                return;
            }
            place = Place.of(some.get(some.size() - 1));
        }
    }

    /** By name. Leaps from account to account in the index. */
    List<KnownAccount> accounts() {
        return jdbc.sql("""
                        with recursive known as (
                            (select account_id as id from audit_entry where account_id is not null
                             order by account_id limit 1)
                            union all
                            select (select account_id from audit_entry where account_id > known.id
                                    order by account_id limit 1)
                            from known where known.id is not null)
                        select known.id, (select who from audit_entry where account_id = known.id
                                          order by at desc, id desc limit 1) as name
                        from known where known.id is not null order by name, id""").query(KnownAccount.class).list();
    }

    private List<LoggedEntry> read(LogSearch search, @Nullable Place after, int limit) {
        var conditions = new Conditions(search);
        if (after != null) {
            conditions.add("(at, id) < (:afterAt, :afterId)", "afterAt", Times.offset(after.at()));
            conditions.parameters.put("afterId", after.id());
        }
        return jdbc.sql("select " + LoggedEntry.COLUMNS + " from audit_entry " + conditions.where()
                        + " order by at desc, id desc limit :limit")
                .params(conditions.parameters)
                .param("limit", limit)
                .query(LoggedEntry::of)
                .list();
    }

    /** What a search asks for, as SQL. */
    static final class Conditions {

        private final List<String> conditions = new ArrayList<>();
        final Map<String, Object> parameters = new HashMap<>();

        Conditions(LogSearch search) {
            if (search.accounts().size() == 1) {
                add("account_id = :account", "account", search.accounts().get(0));
            } else if (!search.accounts().isEmpty()) {
                add("account_id = any(:accounts)", "accounts", search.accounts().toArray(Long[]::new));
            }
            if (search.deeds().size() == 1) {
                add("deed = :deed", "deed", search.deeds().iterator().next().name());
            } else if (!search.deeds().isEmpty()) {
                add(
                        "deed = any(:deeds)",
                        "deeds",
                        search.deeds().stream().map(Deed::name).toArray(String[]::new));
            }
            add("kind = :kind", "kind", search.kind());
            add("subject = :subject", "subject", search.subject());
            add("address = :address", "address", search.address());
            add("at >= :from", "from", Times.offset(search.from()));
            add("at < :to", "to", Times.offset(search.to()));
        }

        void add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(name, value);
            }
        }

        String where() {
            return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        }
    }

    /** Where in the log a page ends, as it stands in an address. */
    private record Place(Instant at, long id) {

        private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,17})-([0-9]{1,18})");

        static Place of(LoggedEntry entry) {
            return new Place(entry.at(), entry.id());
        }

        static @Nullable Place read(@Nullable String text) {
            var written = WRITTEN.matcher(text == null ? "" : text);
            return written.matches()
                    ? new Place(
                            Instant.EPOCH.plus(Long.parseLong(written.group(1)), ChronoUnit.MICROS),
                            Long.parseLong(written.group(2)))
                    : null;
        }

        @Override
        public String toString() {
            return LoggedEntry.micros(at) + "-" + id;
        }
    }
}
