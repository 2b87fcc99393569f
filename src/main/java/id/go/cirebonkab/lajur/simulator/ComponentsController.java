package id.go.cirebonkab.lajur.simulator;

import id.go.cirebonkab.lajur.shared.DomainClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The parts of which the pages are made, together on one page and in both themes, for who builds or judges them. */
@Controller
@Profile("coba")
class ComponentsController {

    private static final Pattern ICON = Pattern.compile("<symbol id=\"([^\"]+)\"");
    private static final List<String> COLOURS = Stream.concat(
                    IntStream.rangeClosed(1, 8).mapToObj(step -> "awan-" + step),
                    Stream.of(
                            "paper", "surface", "raised", "ink", "quiet", "line", "accent", "sky", "late", "near",
                            "good"))
            .toList();

    private final DomainClock clock;

    ComponentsController(DomainClock clock) {
        this.clock = clock;
    }

    // The rooms that own the real ones are closed to this one: the pages only need something of the same shape.

    enum SampleState {
        RECEIVED,
        FORWARDED,
        ANSWERED,
        RELAYED,
        CLOSED,
        ARCHIVED
    }

    enum SampleStep {
        FORWARD,
        ANSWER,
        REVIEW
    }

    enum SampleOutcome {
        RUNNING,
        MET,
        BREACHED
    }

    enum SampleClass {
        PENGAWASAN
    }

    record SampleClock(
            SampleStep step,
            @Nullable String ownerName,
            Instant dueAt,
            SampleOutcome outcome,
            String tone,
            boolean isRunning) {

        public boolean isLate() {
            return outcome == SampleOutcome.BREACHED;
        }

        public boolean isNear() {
            return tone.equals("near");
        }
    }

    record SampleMarks(SampleClass classification, boolean secret, boolean anonymous, boolean classified) {}

    record SampleLine(String name, int late, int near) {}

    @GetMapping("/simulasi/komponen")
    String show(Model model) throws IOException {
        var now = clock.now();
        model.addAttribute("now", now);
        model.addAttribute("colours", COLOURS);
        model.addAttribute("states", SampleState.values());
        model.addAttribute("marked", new SampleMarks(SampleClass.PENGAWASAN, true, true, false));
        model.addAttribute(
                "clocks",
                List.of(
                        clock(
                                SampleStep.ANSWER,
                                "DPUTR",
                                now.minus(Duration.ofDays(4)),
                                SampleOutcome.BREACHED,
                                "late"),
                        clock(SampleStep.REVIEW, null, now.plus(Duration.ofMinutes(11)), SampleOutcome.RUNNING, "near"),
                        clock(
                                SampleStep.ANSWER,
                                "DLH",
                                now.plus(Duration.ofHours(23)),
                                SampleOutcome.RUNNING,
                                "running"),
                        new SampleClock(SampleStep.FORWARD, null, now, SampleOutcome.MET, "done", false)));
        model.addAttribute(
                "lines",
                List.of(
                        new SampleLine("DPUTR", 4, 2),
                        new SampleLine("DLH", 2, 3),
                        new SampleLine("Disdukcapil", 0, 1)));
        model.addAttribute("icons", icons());
        return "simulator/komponen";
    }

    private static SampleClock clock(
            SampleStep step, @Nullable String owner, Instant due, SampleOutcome outcome, String tone) {
        return new SampleClock(step, owner, due, outcome, tone, true);
    }

    private static List<String> icons() throws IOException {
        var sprite = new ClassPathResource("static/aset/ikon.svg").getContentAsString(StandardCharsets.UTF_8);
        return ICON.matcher(sprite).results().map(found -> found.group(1)).toList();
    }
}
