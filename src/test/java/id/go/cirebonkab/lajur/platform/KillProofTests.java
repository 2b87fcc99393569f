package id.go.cirebonkab.lajur.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.support.Proof;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the application and its database over and over at moments of chance, also while they start, and never stops
 * them in between. In short by default; {@code bin/proof kills} for long.
 */
class KillProofTests {

    /** About what a start takes, so that every third kill hits it somewhere in the middle. */
    private static final int MILLIS_TO_START = 1_000;

    @TempDir
    private Path dataDir;

    @Test
    void whateverIsKilledNothingCommittedIsLost() throws Exception {
        var proof = Proof.of("kills of the database", "lajur.proof.kills", 2);
        var random = new Random();
        var kept = 0L;
        var takenOver = 0;
        while (proof.goesOn()) {
            var round = proof.round();
            var serverToo = round % 2 == 0;
            try (var desk = DeskProcess.on(dataDir)) {
                if (round % 3 == 0) {
                    desk.awaitStarting();
                    assertThat(desk.endsWithin(Duration.ofMillis(random.nextInt(MILLIS_TO_START))))
                            .isFalse();
                } else {
                    var found = desk.awaitStarted();
                    assertThat(found).as("round %d", round).isBetween(kept, kept + 1);
                    desk.awaitCommits(1 + random.nextInt(500));
                }
                kept = Math.max(kept, desk.kill());
            }
            if (serverToo) {
                killServer();
            } else {
                takenOver++;
            }
        }
        try (var postgres = EmbeddedPostgres.start(dataDir);
                var app =
                        DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.APP, postgres.appPassword());
                var rows = app.createStatement().executeQuery("select count(*), max(n) from kept")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(rows.getLong(2)).isBetween(kept, kept + 1);
            proof.holds("%d of them with the server: all %d committed rows are there"
                    .formatted(proof.round() - takenOver, rows.getLong(1)));
        }
    }

    private void killServer() throws Exception {
        var home = PostgresHome.in(dataDir);
        var ours = PostgresProcesses.workingIn(home.cluster());
        PostmasterFile.of(home)
                .filter(postmaster -> ours.contains(postmaster.pid()))
                .flatMap(postmaster -> ProcessHandle.of(postmaster.pid()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }
}
