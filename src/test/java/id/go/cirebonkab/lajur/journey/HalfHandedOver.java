package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** A slow sender: the rest of its body comes when the test wants it. */
final class HalfHandedOver {

    private final Socket socket;
    private final byte[] rest;

    static HalfHandedOver to(URI server, String path, byte[] body, String... headers) {
        try {
            var socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
            var head =
                    "POST %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: %d\r\n%s\r\n\r\n"
                            .formatted(path, server.getAuthority(), body.length, String.join("\r\n", headers));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(line(socket.getInputStream())).startsWith("HTTP/1.1 100");
            line(socket.getInputStream());
            socket.getOutputStream().write(body, 0, body.length / 2);
            return new HalfHandedOver(socket, Arrays.copyOfRange(body, body.length / 2, body.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HalfHandedOver(Socket socket, byte[] rest) {
        this.socket = socket;
        this.rest = rest;
    }

    /** Sends the rest. @return the answer, its head and its body */
    String isHandedOver() throws IOException {
        try (socket) {
            socket.getOutputStream().write(rest);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String line(InputStream stream) throws IOException {
        var line = new StringBuilder();
        for (var read = stream.read(); read != '\n' && read != -1; read = stream.read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }
}
