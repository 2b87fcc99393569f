package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the whole application in the middle of its work, with its embedded database left to itself. In short
 * by default; {@code -Dlajur.proof.kills=50} for long.
 */
class SurvivesKillTests {

    private static final int KILLS = Integer.getInteger("lajur.proof.kills", 1);
    private static final String ANSWER = "Lampu sudah diganti, walau mesin kami mati di tengah jalan.";

    @TempDir
    private Path dataDir;

    @Test
    void nothingIsLostAndNothingIsSentTwice() throws Exception {
        var cases = new ArrayList<Case>();
        var application = Application.startedOn(dataDir);
        try {
            for (var round = 1; round <= KILLS; round++) {
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
        } finally {
            application.stop();
        }
    }

    /** The application in a JVM of its own. */
    private static final class Application {

        private static final Pattern LISTENS = Pattern.compile("Tomcat started on port ([0-9]+)");
        private static final Pattern READY = Pattern.compile("Started LajurApplication");

        private final Process process;
        private final int port;

        private Application(Process process, int port) {
            this.process = process;
            this.port = port;
        }

        static Application startedOn(Path dataDir) throws IOException {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath(),
                            "id.go.cirebonkab.lajur.LajurApplication",
                            "--spring.profiles.active=coba",
                            "--server.port=0",
                            "--lajur.relay.longest-pause=2s",
                            "--lajur.data-dir=" + dataDir)
                    .redirectErrorStream(true)
                    .start();
            return new Application(process, portOf(process));
        }

        /** Reads on for ever, so that the application never waits for a reader. */
        private static int portOf(Process process) throws IOException {
            var said = new ArrayList<String>();
            var reader = process.inputReader();
            var port = 0;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                var listens = LISTENS.matcher(line);
                port = listens.find() ? Integer.parseInt(listens.group(1)) : port;
                if (READY.matcher(line).find()) {
                    var rest = new Thread(() -> reader.lines().forEach(more -> {}), "application-output");
                    rest.setDaemon(true);
                    rest.start();
                    return port;
                }
            }
            process.destroyForcibly();
            throw new AssertionError("did not start:\n" + String.join("\n", said));
        }

        int port() {
            return port;
        }

        /** In good order, and its database with it. */
        void stop() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                kill();
            }
        }

        /** SIGKILL: no hook runs, nothing is closed. */
        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }

        /** Without the tests themselves: their configurations are not the application's. */
        private static String classPath() {
            List<String> entries = Stream.of(
                            System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !entry.endsWith("test-classes"))
                    .toList();
            return entries.stream().collect(Collectors.joining(File.pathSeparator));
        }
    }
}
