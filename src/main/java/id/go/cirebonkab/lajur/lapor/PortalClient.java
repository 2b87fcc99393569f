package id.go.cirebonkab.lajur.lapor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** One call to the portal, with its token, within its time. Never follows a redirect, never sends twice by itself. */
@Component
class PortalClient implements DisposableBean {

    private final ApiSettings settings;
    private final PortalAddress address;
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons());
    private final HttpClient http;

    PortalClient(ApiSettings settings, PortalAddress address) {
        this.settings = settings;
        this.address = address;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(threads)
                .build();
    }

    /** What the portal said; {@code body} only as far as it was allowed to be long. */
    record Said(int status, String body, boolean whole) {}

    /** Nothing was sent: there was no connection. */
    static class NotReached extends IOException {
        private static final long serialVersionUID = 1;

        NotReached(Throwable cause) {
            super(cause.toString(), cause);
        }
    }

    /** It was sent, or may have been, and no answer came in time. */
    static class TimedOut extends IOException {
        private static final long serialVersionUID = 1;

        TimedOut(Throwable cause) {
            super(cause.toString(), cause);
        }
    }

    /** @param longest how much of the answer is read, in bytes */
    Said get(String path, int longest) throws IOException {
        return send(to(path).GET().build(), longest, settings.readTimeout());
    }

    Said post(String path, MultipartBody form, int longest) throws IOException {
        return post(path, form.contentType(), form.publisher(threads), longest, within(form.length()));
    }

    Said post(String path, UrlEncodedBody form, int longest) throws IOException {
        return post(
                path, form.contentType(), BodyPublishers.ofString(form.toString()), longest, settings.readTimeout());
    }

    /** How long a post of so many bytes may last, from the first attempt to connect. */
    Duration patience(long bytes) {
        return settings.connectTimeout().plus(within(bytes));
    }

    private Duration within(long bytes) {
        return settings.readTimeout().plus(Duration.ofSeconds(bytes / settings.slowestUpload()));
    }

    private Said post(String path, String contentType, BodyPublisher body, int longest, Duration within)
            throws IOException {
        var request = to(path).header("Content-Type", contentType).POST(body).build();
        return send(request, longest, within);
    }

    private HttpRequest.Builder to(String path) throws NotReached {
        var base = address.baseUrl();
        if (base.isEmpty()) {
            throw new NotReached(new ConnectException("the portal's address is not known yet"));
        }
        var request = HttpRequest.newBuilder(URI.create(base.get() + path)).header("Accept", "application/json");
        var token = settings.token();
        var headers = settings.headers();
        if (token != null && !headers.authorization().isBlank()) {
            // Binding strips the blank at the end of the scheme.
            request.header(headers.authorization(), (headers.scheme().strip() + " " + token).strip());
        }
        if (token != null && !headers.token().isBlank()) {
            request.header(headers.token(), token);
        }
        return request;
    }

    private Said send(HttpRequest request, int longest, Duration within) throws IOException {
        // The client's own time-out ends with the answer's head; this one covers its body too.
        var answer = http.sendAsync(request, head -> new Limited(longest));
        try {
            var said = answer.get(settings.connectTimeout().plus(within).toMillis(), TimeUnit.MILLISECONDS);
            return said(said);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new TimedOut(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw named(e.getCause());
        }
    }

    private static Said said(HttpResponse<Limited.Text> answer) {
        return new Said(answer.statusCode(), answer.body().text(), answer.body().whole());
    }

    private static IOException named(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException) {
                return new NotReached(cause);
            }
            if (cause instanceof HttpTimeoutException) {
                return new TimedOut(cause);
            }
        }
        return new IOException(thrown.toString(), thrown);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private static ThreadFactory daemons() {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, "portal-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Keeps the beginning of an answer, and hangs up on one that goes on and on. */
    private static class Limited implements HttpResponse.BodySubscriber<Limited.Text> {

        private final int longest;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final CompletableFuture<Text> text = new CompletableFuture<>();
        private Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long more) {}

            @Override
            public void cancel() {}
        };

        record Text(String text, boolean whole) {}

        Limited(int longest) {
            this.longest = longest;
        }

        @Override
        public CompletionStage<Text> getBody() {
            return text;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (var buffer : buffers) {
                var some = new byte[Math.min(buffer.remaining(), longest - kept.size())];
                buffer.get(some);
                kept.writeBytes(some);
                if (buffer.hasRemaining()) {
                    subscription.cancel();
                    text.complete(new Text(kept.toString(StandardCharsets.UTF_8), false));
                    return;
                }
            }
        }

        @Override
        public void onError(Throwable thrown) {
            text.completeExceptionally(thrown);
        }

        @Override
        public void onComplete() {
            text.complete(new Text(kept.toString(StandardCharsets.UTF_8), true));
        }
    }
}
