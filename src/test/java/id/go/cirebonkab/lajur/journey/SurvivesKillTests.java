package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.support.Proof;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the whole application in the middle of its work, with its embedded database left to itself. In short
 * by default; {@code bin/proof kills} for long.
 */
class SurvivesKillTests {

    private static final String ANSWER = "Lampu sudah diganti, walau mesin kami mati di tengah jalan.";

    @TempDir
    private Path dataDir;

    @Test
    void nothingIsLostAndNothingIsSentTwice() throws Exception {
        var proof = Proof.of("kills of the application", "lajur.proof.kills", 1);
        var cases = new ArrayList<Case>();
        var application = Application.startedOn(dataDir);
        try {
            while (proof.goesOn()) {
                var given = Stage.at(application.port());
                given.portal().is("MATI");
                var waiting = given.aNotificationHasArrived();
                var forwarded = given.aNotificationHasArrived();
                given.admin().forwards(forwarded).to("dputr");
                var answered = given.aNotificationHasArrived();
                given.admin().forwards(answered).to("dputr");
                given.officer("dputr").answers(answered, ANSWER);
                var approved = given.aNotificationHasArrived();
                given.admin().forwards(approved).to("dputr");
                given.officer("dputr").answers(approved, ANSWER);
                given.admin().approves(approved);

                application.kill();
                application = Application.startedOn(dataDir);

                var then = Stage.at(application.port());
                assertThat(then.portal().state()).isEqualTo("MATI");
                then.admin().sees(waiting).inTheQueue().inState("RECEIVED").withClock("FORWARD", "RUNNING");
                then.admin().sees(forwarded).inState("FORWARDED").withClock("ANSWER", "RUNNING");
                then.officer("dputr").sees(forwarded).offered("jawaban");
                then.admin().sees(answered).inState("ANSWERED").saying(ANSWER);
                then.admin().sees(approved).inState("ANSWERED").saying("Disetujui, sedang dikirim");

                then.portal().is("NORMAL");
                then.admin().sees(approved).inState("RELAYED");
                then.portal().has(approved).exactlyOnce(ANSWER);
                then.portal().hasNothingOf(answered);
                cases.add(approved);
            }
            var then = Stage.at(application.port());
            for (var approved : cases) {
                then.portal().has(approved).exactlyOnce(ANSWER);
            }
            proof.holds("each answer once at the portal, no case lost");
        } finally {
            application.stop();
        }
    }
}
