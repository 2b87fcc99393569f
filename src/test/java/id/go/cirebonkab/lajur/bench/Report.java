package id.go.cirebonkab.lajur.bench;

import java.util.List;
import java.util.Map;

/** All that was found out; what {@code --json} writes. */
record Report(
        Machine machine,
        String java,
        String postgres,
        Map<String, String> settings,
        long complaints,
        long open,
        int users,
        List<Starts> starts,
        long residentMegabytes,
        List<Line> floor,
        List<Line> pages,
        Map<String, Statements.Counted> statements) {}
