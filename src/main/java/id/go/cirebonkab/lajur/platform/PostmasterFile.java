package id.go.cirebonkab.lajur.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** What PostgreSQL says of itself in {@code postmaster.pid}: only a claim, since the file outlives a killed server. */
record PostmasterFile(long pid, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Empty if there is no file, or one still being written. */
    static Optional<PostmasterFile> of(PostgresHome home) {
        try {
            var lines = Files.readAllLines(home.postmasterFile());
            var pid = Long.parseLong(lines.get(0).strip());
            var port = lines.size() > PORT_LINE
                    ? Integer.parseInt(lines.get(PORT_LINE).strip())
                    : 0;
            var ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new PostmasterFile(pid, port, ready));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
