package id.go.cirebonkab.lajur.bench;

import java.util.ArrayList;
import java.util.List;

/** What a page is meant to reach; 0 where nothing is said. */
record Aim(double p50, double perSecond, double p99OfMany) {

    static final Aim NONE = new Aim(0, 0, 0);
    static final Aim QUEUE = new Aim(5, 350, 60);
    static final Aim PAGE = new Aim(5, 0, 0);
    static final Aim TRANSITION = new Aim(15, 0, 0);

    /** In words, with what was missed; empty where nothing is said. */
    String judge(Latencies one, Latencies many) {
        List<String> aims = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        if (p50 > 0) {
            aims.add("≤ %.0f ms".formatted(p50));
            if (one.p50() > p50) {
                missed.add("p50");
            }
        }
        if (perSecond > 0) {
            aims.add("≥ %.0f/s".formatted(perSecond));
            if (many.perSecond() < perSecond) {
                missed.add("rate");
            }
        }
        if (p99OfMany > 0) {
            aims.add("p99 < %.0f ms".formatted(p99OfMany));
            if (many.p99() >= p99OfMany) {
                missed.add("p99");
            }
        }
        if (aims.isEmpty()) {
            return "";
        }
        return String.join(", ", aims) + ": "
                + (missed.isEmpty() ? "met" : "MISSED (" + String.join(", ", missed) + ")");
    }
}
