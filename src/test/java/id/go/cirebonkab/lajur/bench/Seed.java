package id.go.cirebonkab.lajur.bench;

import id.go.cirebonkab.lajur.platform.SeedKeys;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Three years of complaints. All but the last few hundred have come to their end; those that are open stand in every
 * state, some of them late. The same number of complaints makes the same ones, apart from their times.
 */
final class Seed {

    private static final Duration YEARS = Duration.ofDays(3 * 365);
    private static final int OPEN = 800;
    private static final int STRAGGLERS = 60;
    private static final int AT_ONCE = 1_000;
    private static final long FIRST_NUMBER = 7_000_000;

    final Instant now = Instant.now();
    final Counter assignments = new Counter();
    final Counter answers = new Counter();
    final Counter remarks = new Counter();
    final Counter deliveries = new Counter();

    final SeedKeys keys;

    private final Connection connection;
    private final List<String> agencies;
    private final List<String> districts;
    private final Map<String, Long> policies = new HashMap<>();

    /** Numbers for rows whose number others have to know. */
    static final class Counter {
        private long last;

        long next() {
            return ++last;
        }
    }

    /** @param connection of the owner of the tables, which are empty */
    Seed(Connection connection, SeedKeys keys) throws SQLException {
        this.connection = connection;
        this.keys = keys;
        agencies = Database.column(connection, "select code from agency where active order by code");
        districts = Database.column(connection, "select code from agency where kind = 'KECAMATAN' order by code");
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select step, coalesce(classification, ''), min(id) from policy group by 1, 2")) {
            while (rows.next()) {
                policies.put(rows.getString(1) + rows.getString(2), rows.getLong(3));
            }
        }
    }

    void fill(int complaints) throws SQLException, IOException {
        Database.execute(connection, "set synchronous_commit = off");
        var rows = new Copies();
        var open = Math.min(OPEN, complaints / 10);
        var pace = YEARS.dividedBy(complaints);
        try (var bar = new ProgressBar("Complaints", complaints)) {
            for (var number = 0; number < complaints; number++) {
                var random = new SplittableRandom(number);
                var left = complaints - number;
                var arrival =
                        now.minus(pace.multipliedBy(left)).minusSeconds(random.nextInt(1 + (int) pace.toSeconds()));
                var biography =
                        new Biography(this, rows, FIRST_NUMBER + number * 3L + random.nextInt(3), arrival, random);
                if (left <= open) {
                    live(biography, random, (double) left / open);
                } else if (left < complaints / 20 && random.nextInt(Math.max(1, complaints / 20 / STRAGGLERS)) == 0) {
                    biography.received().forwarded();
                } else {
                    liveAndEnd(biography, random);
                }
                biography.write();
                if (number % AT_ONCE == AT_ONCE - 1) {
                    rows.flush(connection);
                    bar.show(number);
                }
            }
            quarantine(rows);
            rows.flush(connection);
        }
        afterwards();
    }

    /** @param age 0 for the newest, 1 for the oldest that is still open */
    private static void live(Biography biography, RandomGenerator random, double age) {
        biography.received();
        var luck = random.nextDouble() * 0.6 + age * 0.5;
        if (luck < 0.3) {
            return;
        }
        biography.forwarded();
        if (luck < 0.7) {
            return;
        }
        biography.answered("FINAL");
        if (random.nextInt(3) == 0) {
            biography.approved();
        }
    }

    private static void liveAndEnd(Biography biography, RandomGenerator random) {
        biography.received();
        var fate = random.nextInt(100);
        if (fate < 6) {
            biography.archived(fate < 2 ? "BUKAN_WEWENANG" : "BUKAN_PENGADUAN");
            return;
        }
        biography.forwarded();
        if (fate < 14) {
            biography.returned().forwarded();
        }
        if (fate < 26) {
            biography.answered("INTERIM").approved().relayed();
        } else if (fate < 36) {
            biography.answered("FINAL").sentBack();
        }
        biography.answered("FINAL").approved().relayed();
        if (fate >= 94) {
            biography.followedUp().forwarded().answered("FINAL").approved().relayed();
        }
        biography.maybeClosed();
    }

    private void quarantine(Copies rows) {
        var random = new SplittableRandom(-1);
        for (var message = 0; message < 40; message++) {
            var text = "Pemberitahuan tanpa nomor ke-" + message;
            var file = new java.util.UUID(random.nextLong(), random.nextLong());
            var arrived = now.minus(Duration.ofHours(message * 5L + 1));
            rows.row("file", file, "pesan", "application/json", text.length(), Biography.sha256(text));
            rows.row("file_chunk", file, 0, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            rows.row(
                    "raw_message",
                    new java.util.UUID(random.nextLong(), random.nextLong()),
                    "WEBHOOK",
                    file,
                    Biography.sha256(text),
                    arrived,
                    arrived,
                    "QUARANTINED",
                    "QUARANTINED",
                    "NO_TRACKING_ID",
                    null);
        }
    }

    /** The counters of the dashboard, from what was written, by the rules by which the application counts. */
    private void afterwards() throws SQLException {
        for (var table : List.of("assignment", "answer", "remark", "delivery")) {
            Database.execute(
                    connection,
                    "select setval(pg_get_serial_sequence('" + table + "', 'id'), (select max(id) from " + table
                            + "))");
        }
        try (var bar = new ProgressBar("Counters, vacuum, analyze", COUNTERS.length + 1)) {
            for (var at = 0; at < COUNTERS.length; at++) {
                Database.execute(connection, COUNTERS[at]);
                bar.show(at + 1);
            }
            Database.execute(connection, "set synchronous_commit = on");
            Database.execute(connection, "vacuum analyze");
        }
    }

    private static final String MONTH = "date_trunc('month', %s at time zone 'Asia/Jakarta')::date";

    private static final String[] COUNTERS = {
        """
        insert into figure_place (tracking_id, label, agency_code)
        select tracking_id, state, coalesce(lead_agency, '') from complaint""",
        """
        insert into figure (metric, label, agency_code, month, amount)
        select 'state', label, agency_code, '1970-01-01', count(*) from figure_place group by 2, 3""",
        """
        insert into figure (metric, label, agency_code, month, amount)
        select 'received', '', '', %s, count(*) from complaint group by 4""".formatted(MONTH.formatted("received_at")),
        """
        insert into figure (metric, label, agency_code, month, amount)
        select case outcome when 'MET' then 'step.met' else 'step.breached' end, step,
               case when owner in ('DESK', 'PORTAL') then '' else owner end, %s, count(*)
        from clock where outcome in ('MET', 'BREACHED') and step <> 'REPLY_WINDOW'
        group by 1, 2, 3, 4""".formatted(MONTH.formatted("coalesce(breached_at, stopped_at)")),
        """
        insert into figure (metric, label, agency_code, month, amount)
        select 'relayed', kind, agency_code, %s, count(*) from answer where relayed_at is not null group by 2, 3, 4""".formatted(MONTH.formatted("relayed_at")),
        """
        insert into figure (metric, label, agency_code, month, amount)
        select 'hours.way', (select coalesce(min(h), 9999) from unnest(
                    array[1, 2, 4, 8, 12, 24, 48, 72, 96, 120, 168, 240, 336, 480, 720, 1440]) h
                where w.relayed_at - c.queued_at <= h * interval '1 hour')::text, agency_code, %s, count(*)
        from answer w join complaint c using (tracking_id)
        where w.relayed_at is not null and w.kind = 'FINAL' and w.round = c.round group by 2, 3, 4""".formatted(MONTH.formatted("w.relayed_at")),
        """
        insert into figure (metric, label, agency_code, month, amount)
        select 'bounced', '', agencies[1], %s, count(*) from history where verb = 'RETURN_TO_DESK' group by 3, 4""".formatted(MONTH.formatted("happened_at")),
    };

    // -- what a biography asks

    String agencyFor(Vocabulary.Topic topic, RandomGenerator random) {
        if (random.nextInt(12) == 0) {
            return anyAgency(random);
        }
        return topic.agency() == null ? districts.get(random.nextInt(districts.size())) : topic.agency();
    }

    String anyAgency(RandomGenerator random) {
        return agencies.get(random.nextInt(agencies.size()));
    }

    String accused(RandomGenerator random) {
        return random.nextInt(3) == 0 ? "satpolpp" : districts.get(random.nextInt(districts.size()));
    }

    String kecamatan(RandomGenerator random) {
        var code = districts.get(random.nextInt(districts.size()));
        return "Kecamatan " + Character.toUpperCase(code.charAt(4)) + code.substring(5);
    }

    long policy(String step, String classification) {
        return policies.containsKey(step) ? policies.get(step) : policies.get(step + classification);
    }
}
