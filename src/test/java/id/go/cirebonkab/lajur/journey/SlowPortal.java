package id.go.cirebonkab.lajur.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A portal outside of the application, which takes an answer and thinks until it is told to say so. */
final class SlowPortal implements AutoCloseable {

    private final HttpServer server;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private final AtomicInteger posts = new AtomicInteger();

    SlowPortal() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/complaints/followup/add", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        posts.incrementAndGet();
        asked.countDown();
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

    boolean isAskedSoon() throws InterruptedException {
        return asked.await(1, TimeUnit.MINUTES);
    }

    void answers() {
        told.countDown();
    }

    int posts() {
        return posts.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
