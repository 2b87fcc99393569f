package id.go.cirebonkab.lajur.sla;

import id.go.cirebonkab.lajur.shared.DomainClock;
import java.util.function.IntSupplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every second: what is past due is flagged, and reply windows that passed in silence end. Any number of nodes may run it; each row is flagged once. */
@Component
class ClockJob {

    private final Clocks clocks;
    private final DomainClock clock;
    private final TransactionTemplate transaction;

    ClockJob(Clocks clocks, DomainClock clock, TransactionTemplate transaction) {
        this.clocks = clocks;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${lajur.sla.flag-every:1s}")
    void flag() {
        var now = clock.now();
        untilNoneIsLeft(() -> clocks.flagBreaches(now));
        untilNoneIsLeft(() -> clocks.flagWarnings(now));
        untilNoneIsLeft(() -> clocks.endReplyWindows(now));
    }

    private void untilNoneIsLeft(IntSupplier step) {
        Integer done;
        do {
            done = transaction.execute(status -> step.getAsInt());
        } while (done != null && done > 0);
    }
}
