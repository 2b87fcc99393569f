package id.go.cirebonkab.lajur.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Counts by PostgreSQL's own {@code pg_stat_statements} what one request sends. It slows, so nothing is timed with it. */
final class Statements {

    private static final int TRIES = 3;
    private static final String CONTROL = "query ~* '^\\s*(begin|commit|rollback|savepoint|release|set|start)'";

    private final Connection superuser;

    /**
     * @param work that read, wrote or asked something
     * @param control that only began or ended a transaction
     */
    record Counted(long work, long control) {}

    /** Takes effect with the next start of the server. */
    static void atNextStart(Connection superuser, boolean counted) throws SQLException {
        Database.execute(
                superuser,
                counted
                        ? "alter system set shared_preload_libraries = 'pg_stat_statements'"
                        : "alter system reset shared_preload_libraries");
    }

    Statements(Connection superuser) throws SQLException {
        this.superuser = superuser;
        Database.execute(superuser, "create extension if not exists pg_stat_statements");
    }

    /** The least of some tries, since now and then a job of the application works at the same time. */
    Counted of(Load.Turn request) throws Exception {
        var least = new Counted(Long.MAX_VALUE, Long.MAX_VALUE);
        for (var tries = 0; tries < TRIES; tries++) {
            // A second later the session is read again, as for a person who reads before the next click.
            TimeUnit.MILLISECONDS.sleep(1_100);
            Database.execute(superuser, "select pg_stat_statements_reset()");
            if (!request.take()) {
                throw new IllegalStateException("nothing was left to count");
            }
            var counted = new Counted(calls("not " + CONTROL), calls(CONTROL));
            least = counted.work < least.work ? counted : least;
        }
        return least;
    }

    private long calls(String which) throws SQLException, IOException {
        return Database.number(
                superuser,
                "select coalesce(sum(calls), 0) from pg_stat_statements where userid = '" + Database.APP
                        + "'::regrole and " + which);
    }
}
