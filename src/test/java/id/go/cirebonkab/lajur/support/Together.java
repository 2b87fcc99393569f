package id.go.cirebonkab.lajur.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several people at the same moment. */
public final class Together {

    private Together() {}

    /** Begins all at once; what each gave back or threw, in their order. */
    @SafeVarargs
    public static List<Object> all(Callable<?>... acts) throws Exception {
        var barrier = new CyclicBarrier(acts.length);
        var executor = Executors.newFixedThreadPool(acts.length);
        try {
            var running = new ArrayList<Future<Object>>();
            for (var act : acts) {
                running.add(executor.submit(() -> {
                    barrier.await(10, TimeUnit.SECONDS);
                    return act.call();
                }));
            }
            var ended = new ArrayList<Object>();
            for (var future : running) {
                ended.add(resultOf(future));
            }
            return ended;
        } finally {
            executor.shutdownNow();
        }
    }

    private static Object resultOf(Future<Object> future) throws Exception {
        try {
            var result = future.get(30, TimeUnit.SECONDS);
            return result == null ? "done" : result;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
