package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** SIGTERM while somebody sends and the portal thinks: both are finished, and the database stops last. */
class StopsInGoodOrderTests {

    private static final String ANSWER = "Lampu sudah diganti, tepat sebelum mesin kami dimatikan.";
    private static final int ENDED_BY_SIGTERM = 128 + 15;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path dataDir;

    @Test
    void whatIsUnderWayIsFinishedAndNothingIsLost() throws Exception {
        try (var portal = new SlowPortal()) {
            var first = startedWith(portal);
            Case approved;
            Case arriving;
            try {
                var given = Stage.at(first.port());
                approved = given.aNotificationHasArrived();
                given.admin().forwards(approved).to("dputr");
                given.officer("dputr").answers(approved, ANSWER);
                given.admin().approves(approved);
                portal.isAskedSoonAbout(approved);
                var notification = given.aNotification();
                arriving = notification.toCase();
                var halfHandedOver = notification.isHalfHandedOver();

                first.isAskedToStop();
                first.awaitSaid("Commencing graceful shutdown");
                assertThat(halfHandedOver.isHandedOver())
                        .startsWith("HTTP/1.1 202")
                        .as("the whole answer, down to its last chunk")
                        .endsWith("\"outcome\":\"accepted\"}\r\n0\r\n\r\n");
                first.awaitSaid("Graceful shutdown complete");
                portal.answers();

                assertThat(first.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
            } finally {
                portal.answers();
                first.stop();
            }
            assertThat(dataDir.resolve("postgres/cluster/postmaster.pid"))
                    .as("PostgreSQL has stopped in good order")
                    .doesNotExist();
            assertThat(first.said()).allSatisfy(StopsInGoodOrderTests::isOneJsonObject);

            var second = startedWith(portal);
            try {
                var then = Stage.at(second.port());
                then.admin().sees(arriving).inTheQueue().inState("RECEIVED").withClock("FORWARD", "RUNNING");
                then.admin().sees(approved).inState("RELAYED").saying(ANSWER);
                assertThat(portal.postsAbout(approved)).isEqualTo(1);
            } finally {
                second.stop();
            }
        }
    }

    private Application startedWith(SlowPortal portal) throws Exception {
        return Application.startedOn(
                dataDir, "--lajur.lapor.api.base-url=" + portal.url(), "--logging.structured.format.console=ecs");
    }

    private static void isOneJsonObject(String line) {
        assertThat(JSON.readTree(line).isObject()).as(line).isTrue();
    }
}
