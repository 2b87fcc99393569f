package id.go.cirebonkab.lajur.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the command line says. {@code bin/bench --help} explains each. */
final class Options {

    Path app = Path.of("");
    Path home = Path.of("target/bench");
    Path dataDir = home.resolve("data");
    boolean keep;
    int complaints = 250_000;
    int users = 8;
    Duration each = Duration.ofSeconds(10);
    int starts = 3;
    String heap = "256m";
    int port;

    @Nullable
    String java25;

    String only = "";
    boolean markdown;

    @Nullable
    Path json;

    static Options of(String... arguments) {
        var options = new Options();
        var rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            options.take(rest.pop(), rest);
        }
        if (options.port == 0) {
            options.port = freePort();
        }
        return options;
    }

    private void take(String name, ArrayDeque<String> rest) {
        switch (name) {
            case "--app" -> app = Path.of(rest.pop());
            case "--complaints" -> complaints = Integer.parseInt(rest.pop());
            case "--users" -> users = Integer.parseInt(rest.pop());
            case "--seconds" -> each = Duration.ofSeconds(Integer.parseInt(rest.pop()));
            case "--heap" -> heap = rest.pop();
            case "--port" -> port = Integer.parseInt(rest.pop());
            case "--java25" -> java25 = rest.pop();
            case "--only" -> {
                only = rest.pop().toLowerCase(Locale.ROOT);
                starts = 1;
            }
            case "--quick" -> {
                complaints = 20_000;
                each = Duration.ofSeconds(2);
                starts = 1;
            }
            case "--keep" -> keep = true;
            case "--data-dir" -> {
                dataDir = Path.of(rest.pop());
                keep = true;
            }
            case "--markdown" -> markdown = true;
            case "--json" -> json = Path.of(rest.pop());
            default -> throw new IllegalArgumentException("unknown option " + name);
        }
    }

    boolean wants(String name) {
        return name.toLowerCase(Locale.ROOT).contains(only);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
