package id.go.cirebonkab.lajur.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report as people read it: aligned for a terminal, or as Markdown. */
final class Table {

    private static final int RESIDENT_AIM = 400;

    private final Report report;
    private final boolean markdown;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Report report, boolean markdown) {
        this.report = report;
        this.markdown = markdown;
    }

    @Override
    public String toString() {
        rows.add(List.of(
                "Page",
                "p50 ms",
                "p95",
                "p99",
                report.users() + " users: /s",
                "p50 ms",
                "p99",
                "× floor p50",
                "× floor rate",
                "SQL",
                "KB",
                "Aim"));
        report.floor().forEach(this::row);
        report.pages().forEach(this::row);
        return String.join("\n", heading()) + "\n\n"
                + rows.stream().map(this::line).collect(Collectors.joining("\n")) + "\n";
    }

    private List<String> heading() {
        var lines = new ArrayList<String>();
        var settings = report.settings().entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
        lines.add("Machine: " + report.machine() + "; the load comes from the same machine");
        lines.add("Java " + report.java() + "; PostgreSQL " + report.postgres() + ", embedded: " + settings);
        lines.add("%,d complaints, %,d of them open".formatted(report.complaints(), report.open()));
        report.starts().forEach(starts -> lines.add(starts.toString()));
        if (report.residentMegabytes() > 0) {
            lines.add("Resident memory of the JVM after the load: %d MiB; aim < %d: %s"
                    .formatted(
                            report.residentMegabytes(),
                            RESIDENT_AIM,
                            report.residentMegabytes() < RESIDENT_AIM ? "met" : "MISSED"));
        }
        return markdown ? lines.stream().map(line -> "- " + line).toList() : lines;
    }

    private void row(Line line) {
        var floor = report.floor().isEmpty() ? null : report.floor().get(0);
        var isCompared = floor != null && !line.name().startsWith("Floor");
        var counted = report.statements().get(line.name());
        rows.add(List.of(
                line.name(),
                number(line.one().p50()),
                number(line.one().p95()),
                number(line.one().p99()),
                "%.0f".formatted(line.many().perSecond()),
                number(line.many().p50()),
                number(line.many().p99()),
                isCompared ? number(line.one().p50() / floor.one().p50()) : "",
                isCompared
                        ? "%.2f"
                                .formatted(
                                        line.many().perSecond() / floor.many().perSecond())
                        : "",
                counted == null ? "" : counted.work() + " + " + counted.control(),
                line.bytes() == 0 ? "" : "%.0f".formatted(line.bytes() / 1_024.0),
                line.aim().judge(line.one(), line.many())));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    private String line(List<String> cells) {
        if (markdown) {
            var line = "| " + String.join(" | ", cells) + " |";
            return cells == rows.get(0) ? line + "\n|---" + "|---:".repeat(cells.size() - 2) + "|---|" : line;
        }
        var line = new StringBuilder();
        for (var column = 0; column < cells.size(); column++) {
            var width = width(column);
            var leftAligned = column == 0 || column == cells.size() - 1;
            line.append(("%" + (leftAligned ? "-" : "") + width + "s  ").formatted(cells.get(column)));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return Math.max(
                1, rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1));
    }
}
