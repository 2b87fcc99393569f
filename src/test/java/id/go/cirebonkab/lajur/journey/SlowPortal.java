package id.go.cirebonkab.lajur.journey;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A portal outside of the application, which takes an answer and thinks until it is told to say so. */
final class SlowPortal implements AutoCloseable {

    private final HttpServer server;
    private final CountDownLatch told = new CountDownLatch(1);
    private final List<String> posts = new CopyOnWriteArrayList<>();

    SlowPortal() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/complaints/followup/add", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        posts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        try {
            if (!told.await(2, TimeUnit.MINUTES)) {
                throw new IOException("nobody told the portal to answer");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        var body = "{\"results\":{\"data\":{\"id\":77}}}".getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void isAskedSoonAbout(Case it) {
        await().atMost(Duration.ofMinutes(1)).until(() -> postsAbout(it) > 0);
    }

    void answers() {
        told.countDown();
    }

    /** How often it was given an answer to this case; the demonstration has others of its own. */
    long postsAbout(Case it) {
        return posts.stream()
                .filter(post -> post.contains(String.valueOf(it.id())))
                .count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
