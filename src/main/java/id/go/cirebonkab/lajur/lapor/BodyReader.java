package id.go.cirebonkab.lajur.lapor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads bodies up to a limit. Who sends one is not known before it was read, so only a few large ones are read at a time
 * and each within a minute: strangers can't fill the memory.
 */
class BodyReader {

    private static final int SMALL = 1024 * 1024;
    private static final int LARGE_AT_A_TIME = 6;
    private static final long PATIENCE_SECONDS = 20;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final int limit;
    private final Semaphore large = new Semaphore(LARGE_AT_A_TIME);

    BodyReader(int limit) {
        this.limit = limit;
    }

    /** The body is larger than the limit. */
    static class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Too many large bodies are being read at this moment, or this one came too slowly. */
    static class TooBusy extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** @param announced the length that the sender named, or -1 */
    byte[] read(InputStream body, long announced) throws IOException {
        if (announced > limit) {
            discard(body, limit);
            throw new TooLarge();
        }
        var start = body.readNBytes(Math.min(SMALL, limit));
        if (start.length < Math.min(SMALL, limit)) {
            return start;
        }
        if (!reserved()) {
            throw new TooBusy();
        }
        try {
            return readOn(body, start, announced);
        } finally {
            large.release();
        }
    }

    private byte[] readOn(InputStream body, byte[] start, long announced) throws IOException {
        var until = System.nanoTime() + LONGEST_NANOS;
        var whole = new ByteArrayOutputStream((int) Math.max(announced, start.length * 2L));
        whole.write(start);
        var buffer = new byte[64 * 1024];
        for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            if (whole.size() + read > limit) {
                discard(body, limit);
                throw new TooLarge();
            }
            if (System.nanoTime() - until > 0) {
                throw new TooBusy();
            }
            whole.write(buffer, 0, read);
        }
        return whole.toByteArray();
    }

    /**
     * Lets a part of the rest run away: most senders read the answer only when they are done, and would otherwise see a
     * broken connection in its place. Who goes on and on is cut off.
     */
    private static void discard(InputStream body, int most) throws IOException {
        var until = System.nanoTime() + LONGEST_NANOS;
        var buffer = new byte[64 * 1024];
        for (long gone = 0; gone <= most && System.nanoTime() - until < 0; ) {
            var read = body.read(buffer);
            if (read < 0) {
                return;
            }
            gone += read;
        }
    }

    private boolean reserved() {
        try {
            return large.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
