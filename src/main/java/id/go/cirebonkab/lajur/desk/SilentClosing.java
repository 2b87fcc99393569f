package id.go.cirebonkab.lajur.desk;

import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.relay.Deliveries;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.sla.ReplyWindowPassed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Without the portal's API nobody tells the desk that a report was closed, so the desk closes it when the citizen has let
 * the reply window pass (PermenPANRB 5/2025). With the API the portal says so.
 */
@Component
class SilentClosing {

    private static final Actor SELF = Actor.system("sla");

    private final ComplaintCommands complaints;
    private final Deliveries deliveries;

    SilentClosing(ComplaintCommands complaints, Deliveries deliveries) {
        this.complaints = complaints;
        this.deliveries = deliveries;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReplyWindowPassed passed) {
        if (!deliveries.isAutomatic()) {
            complaints.close(passed.trackingId(), SELF);
        }
    }
}
