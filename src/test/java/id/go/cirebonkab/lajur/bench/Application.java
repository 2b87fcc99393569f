package id.go.cirebonkab.lajur.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How the application is started: from the extracted jar, without a profile, on the embedded PostgreSQL. */
final class Application {

    /** Without its jobs, so that nothing moves while rows are written or statements are counted. */
    static final String[] STILL = {
        "--lajur.sla.flag-every=1d",
        "--lajur.report.fold-every=1d",
        "--lajur.relay.look-every=1d",
        "--lajur.intake.sweep-every=1d"
    };

    private static final String HEALTH = "/actuator/health";

    private final Options options;

    Application(Options options) {
        this.options = options;
    }

    ServerProcess start(Jdk java, String... arguments) throws IOException, InterruptedException {
        return start(java, List.of(), arguments);
    }

    private ServerProcess start(Jdk java, List<String> ofTheJvm, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(java.java());
        command.add("-Xmx" + options.heap);
        command.add(Jdk.COLLECTOR);
        command.addAll(ofTheJvm);
        command.add("-jar");
        command.add(options.app.toString());
        command.add("--lajur.database=embedded");
        command.add("--lajur.data-dir=" + options.dataDir);
        command.add("--server.address=127.0.0.1");
        command.add("--server.port=" + options.port);
        // Its people sign in with a password alone.
        command.add("--lajur.account.second-factor=OFF");
        command.add("--lajur.lapor.webhook.secret=" + Posts.SECRET);
        // One gateway does here what many do elsewhere.
        command.add("--lajur.lapor.webhook.per-second=100000");
        command.addAll(List.of(arguments));
        return ServerProcess.start(command, options.port, HEALTH, log());
    }

    /** Started and stopped several times. */
    Starts startTimes(Jdk java, double aimSeconds) throws IOException, InterruptedException {
        var times = new ArrayList<Duration>();
        for (var time = 0; time < options.starts; time++) {
            try (var server = start(java)) {
                times.add(server.toHealthy());
            }
        }
        return new Starts("Java " + java.version(), times, aimSeconds);
    }

    /** The same with what a first run leaves behind: of Java 25 an AOT cache, of older ones an archive of classes. */
    Starts startTimesWithCache(Jdk java, double aimSeconds) throws IOException, InterruptedException {
        var modern = java.isTwentyFive();
        var cache = options.home.resolve(modern ? "lajur.aot" : "lajur.jsa");
        var made = modern ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
        var used = modern ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
        Files.deleteIfExists(cache);
        try (var training = start(java, List.of(made + cache))) {
            Pages.open(new Visitor(training.base()), "/masuk");
        }
        var times = new ArrayList<Duration>();
        for (var time = 0; time < options.starts; time++) {
            try (var server = start(java, List.of(used + cache))) {
                times.add(server.toHealthy());
            }
        }
        return new Starts(
                "Java " + java.version() + (modern ? " with an AOT cache" : " with an archive of classes"),
                times,
                aimSeconds);
    }

    /** What it and the floor say. */
    Path log() {
        return options.home.resolve("bench.log");
    }
}
