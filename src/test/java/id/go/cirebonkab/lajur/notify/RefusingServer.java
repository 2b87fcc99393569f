package id.go.cirebonkab.lajur.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that does not take mail for one of its addresses: GreenMail takes everything. */
final class RefusingServer implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    private final String refused;
    private final String words;
    private final AtomicInteger taken = new AtomicInteger();

    RefusingServer(String refused, String words) throws IOException {
        this.refused = refused;
        this.words = words;
        var thread = new Thread(this::serve, "refusing mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    int taken() {
        return taken.get();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (var client = listening.accept()) {
                talk(client);
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 ready");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT") && line.contains(refused)) {
                say(client, words);
            } else if (line.equals("DATA")) {
                say(client, "354 go on");
                for (var body = in.readLine(); body != null && !body.equals("."); body = in.readLine()) {
                    // whatever it says
                }
                taken.incrementAndGet();
                say(client, "250 taken");
            } else if (line.equals("QUIT")) {
                say(client, "221 bye");
                return;
            } else {
                say(client, "250 well");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
