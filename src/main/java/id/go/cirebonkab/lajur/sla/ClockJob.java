package id.go.cirebonkab.lajur.sla;

import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.complaint.TransitionRefused;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every second: what is past due is flagged, and what the citizen left unanswered is closed. Any number of nodes may run it; each row is flagged once. */
@Component
class ClockJob {

    private static final Logger log = LoggerFactory.getLogger(ClockJob.class);
    private static final Actor SELF = Actor.system("sla");

    private final Clocks clocks;
    private final ComplaintCommands complaints;
    private final DomainClock clock;
    private final TransactionTemplate transaction;

    ClockJob(Clocks clocks, ComplaintCommands complaints, DomainClock clock, TransactionTemplate transaction) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${lajur.sla.flag-every:1s}")
    void flag() {
        var now = clock.now();
        untilNoneIsLeft(() -> clocks.flagBreaches(now));
        untilNoneIsLeft(() -> clocks.flagWarnings(now));
        clocks.silent(now).forEach(this::close);
    }

    /** LAPOR! closes a report by itself when the citizen is silent (PermenPANRB 5/2025), and so does the desk. */
    private void close(long trackingId) {
        try {
            complaints.close(new TrackingId(trackingId), SELF);
        } catch (TransitionRefused meanwhile) {
            log.debug("{} went on before it was closed", trackingId);
        }
    }

    private void untilNoneIsLeft(IntSupplier step) {
        Integer done;
        do {
            done = transaction.execute(status -> step.getAsInt());
        } while (done != null && done > 0);
    }
}
