package id.go.cirebonkab.lajur.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** Work that several do at once, each again and again without a pause, for a time or until there is no more of it. */
final class Load {

    private Load() {}

    /** One turn of somebody's work. */
    interface Turn {

        /**
         * Fails when the answer is not the right one.
         *
         * @return false when there was nothing left to do
         */
        boolean take() throws Exception;
    }

    /** @param turns one for each of those who work */
    static Latencies measure(List<Turn> turns, Duration time) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(turns.size());
        try {
            var began = System.nanoTime();
            var workers = new ArrayList<Callable<long[]>>();
            turns.forEach(turn -> workers.add(() -> work(turn, began + time.toNanos())));
            var all = LongStream.empty();
            for (var worker : pool.invokeAll(workers)) {
                all = LongStream.concat(all, LongStream.of(worker.get()));
            }
            return Latencies.of(turns.size(), all.toArray(), System.nanoTime() - began);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static long[] work(Turn turn, long until) throws Exception {
        var nanos = LongStream.builder();
        for (var from = System.nanoTime(); from < until; from = System.nanoTime()) {
            if (!turn.take()) {
                break;
            }
            nanos.add(System.nanoTime() - from);
        }
        return nanos.build().toArray();
    }
}
