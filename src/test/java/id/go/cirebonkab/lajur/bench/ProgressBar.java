package id.go.cirebonkab.lajur.bench;

import java.time.Duration;
import java.time.Instant;

/** How far a long work is, on the error stream: one line that grows on a terminal, a line for each tenth elsewhere. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 40;
    private static final boolean ON_A_TERMINAL = System.console() != null;

    private final String work;
    private final long whole;
    private final Instant began = Instant.now();
    private int shown = -1;

    ProgressBar(String work, long whole) {
        this.work = work;
        this.whole = whole;
        show(0);
    }

    void show(long done) {
        var percent = (int) (done * 100 / Math.max(whole, 1));
        if (percent == shown || (!ON_A_TERMINAL && percent / 10 == shown / 10 && shown >= 0)) {
            return;
        }
        shown = percent;
        var filled = percent * WIDTH / 100;
        var elapsed = Duration.between(began, Instant.now()).toSeconds();
        var line = "%s [%s%s] %3d%% of %,d, %d s"
                .formatted(work, "#".repeat(filled), ".".repeat(WIDTH - filled), percent, whole, elapsed);
        System.err.print(ON_A_TERMINAL ? "\r" + line : line + "\n");
    }

    @Override
    public void close() {
        show(whole);
        if (ON_A_TERMINAL) {
            System.err.println();
        }
    }
}
