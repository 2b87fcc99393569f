package id.go.cirebonkab.lajur.lapor;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** Hands what is written to a stream on to a subscriber, chunk by chunk and no faster than it asks. */
class OutputStreamPublisher implements Flow.Publisher<ByteBuffer> {

    private static final int CHUNK = 64 * 1024;

    private final Content content;
    private final Executor executor;

    interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    OutputStreamPublisher(Content content, Executor executor) {
        this.content = content;
        this.executor = executor;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        var feed = new Feed(subscriber);
        subscriber.onSubscribe(feed);
        executor.execute(() -> run(feed, subscriber));
    }

    private void run(Feed feed, Flow.Subscriber<? super ByteBuffer> subscriber) {
        try {
            content.writeTo(feed);
            feed.flush();
        } catch (IOException | RuntimeException e) {
            if (!feed.isCancelled()) {
                subscriber.onError(e);
            }
            return;
        }
        subscriber.onComplete();
    }

    private static class Feed extends OutputStream implements Flow.Subscription {

        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        private long asked;
        private boolean cancelled;

        Feed(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public synchronized void request(long more) {
            asked = more > Long.MAX_VALUE - asked ? Long.MAX_VALUE : asked + more;
            notifyAll();
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            notifyAll();
        }

        synchronized boolean isCancelled() {
            return cancelled;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (var done = 0; done < length; ) {
                if (!chunk.hasRemaining()) {
                    flush();
                }
                var some = Math.min(chunk.remaining(), length - done);
                chunk.put(bytes, from + done, some);
                done += some;
            }
        }

        @Override
        public void flush() throws IOException {
            if (chunk.position() == 0) {
                return;
            }
            waitUntilAsked();
            var full = chunk.flip();
            chunk = ByteBuffer.allocate(CHUNK);
            subscriber.onNext(full);
        }

        private synchronized void waitUntilAsked() throws IOException {
            try {
                while (asked == 0 && !cancelled) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
            if (cancelled) {
                throw new IOException("the connection was given up");
            }
            asked--;
        }
    }
}
