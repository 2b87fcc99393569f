package id.go.cirebonkab.lajur.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who really works in a cluster, by Linux's own word: it runs {@code postgres}, and its working directory is there. */
final class PostgresProcesses {

    private static final String DELETED = " (deleted)";

    private PostgresProcesses() {}

    static Set<Long> workingIn(Path cluster) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> runsPostgres(pid)
                        && link(pid, "cwd").filter(cluster::equals).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The program that a process runs; empty if it has ended or belongs to somebody else. */
    static Optional<Path> program(long pid) {
        return link(pid, "exe");
    }

    /** Asks orphans to leave, whose server was killed: without it they can commit nothing any more. */
    static void terminate(Set<Long> pids) {
        pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy));
    }

    private static boolean runsPostgres(long pid) {
        return program(pid).filter(program -> program.endsWith("postgres")).isPresent();
    }

    private static Optional<Path> link(long pid, String name) {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), name))
                    .toString();
            return Optional.of(Path.of(
                    target.endsWith(DELETED) ? target.substring(0, target.length() - DELETED.length()) : target));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
