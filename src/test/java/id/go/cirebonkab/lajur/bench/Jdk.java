package id.go.cirebonkab.lajur.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Java that is installed here. */
record Jdk(Path home, String version) {

    /** As in the Dockerfile and docs/operasi.md. */
    static final String COLLECTOR = "-XX:+UseSerialGC";

    private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

    static Jdk running() throws IOException {
        return of(Path.of(System.getProperty("java.home"))).orElseThrow();
    }

    /** @param named its home or its {@code java}; without one the usual places are looked through */
    static Optional<Jdk> twentyFive(@Nullable String named) throws IOException {
        if (named != null) {
            var path = Path.of(named).toRealPath();
            return of(Files.isDirectory(path) ? path : path.getParent().getParent());
        }
        if (!Files.isDirectory(USUAL_PLACE)) {
            return Optional.empty();
        }
        try (var homes = Files.list(USUAL_PLACE)) {
            for (var home : homes.sorted().toList()) {
                var found = of(home).filter(Jdk::isTwentyFive);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Jdk> of(Path home) throws IOException {
        var release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.exists(release)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .findFirst()
                    .map(line -> new Jdk(
                            home, line.substring("JAVA_VERSION=".length()).replace("\"", "")));
        }
    }

    boolean isTwentyFive() {
        return version.startsWith("25");
    }

    String java() {
        return home.resolve("bin/java").toString();
    }
}
