package id.go.cirebonkab.lajur.relay;

import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.TransitionRefused;
import id.go.cirebonkab.lajur.relay.Consignments.Action;
import id.go.cirebonkab.lajur.relay.Consignments.Consignment;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries one delivery as far as it goes now. The portal gives no key against duplicates, so whenever an earlier post may
 * have arrived it is looked up first, and sent again only when it is certain not to be there.
 */
@Component
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final Actor SELF = Actor.system("relay");

    private final Consignments consignments;
    private final Portal portal;
    private final ComplaintCommands complaints;
    private final RelaySettings settings;
    private final Clock systemClock;
    private final DomainClock domainClock;
    private final TransactionTemplate transaction;

    Courier(
            Consignments consignments,
            Portal portal,
            ComplaintCommands complaints,
            RelaySettings settings,
            Clock systemClock,
            DomainClock domainClock,
            TransactionTemplate transaction) {
        this.consignments = consignments;
        this.portal = portal;
        this.complaints = complaints;
        this.settings = settings;
        this.systemClock = systemClock;
        this.domainClock = domainClock;
        this.transaction = transaction;
    }

    /** Returns whether the portal could be spoken to. */
    boolean carry(Consignment consignment, int failures) {
        var parcel = consignments.parcel(consignment);
        if (consignment.attempts() > 0) {
            switch (lookUp(consignment, parcel, failures)) {
                case FOUND, WAIT -> {
                    return true;
                }
                case UNAVAILABLE -> {
                    return false;
                }
                case ABSENT -> {}
            }
        }
        return post(consignment, parcel, failures);
    }

    private enum Found {
        FOUND,
        ABSENT,
        WAIT,
        UNAVAILABLE
    }

    private Found lookUp(Consignment consignment, Portal.Parcel parcel, int failures) {
        var began = systemClock.instant();
        try {
            var isThere = portal.count(parcel) > consignments.acceptedBefore(consignment);
            note(consignment, Action.LOOK_UP, began, isThere ? "FOUND" : "ABSENT", null, null);
            if (isThere) {
                accept(consignment, "looked-up");
                return Found.FOUND;
            }
            var quietUntil = consignment.lastAttemptAt() == null
                    ? began
                    : consignment.lastAttemptAt().plus(portal.patience(parcel)).plus(settings.quiet());
            if (consignment.isUncertain() && began.isBefore(quietUntil)) {
                var next = earlier(quietUntil, began.plus(settings.pause(failures + 1)));
                consignments.later(consignment, DeliveryStatus.UNKNOWN, next, Portal.Failure.BROKEN_ANSWER, null);
                return Found.WAIT;
            }
            return Found.ABSENT;
        } catch (PortalUnavailable e) {
            note(consignment, Action.LOOK_UP, began, e.failure().name(), e.status(), e.getMessage());
            consignments.later(
                    consignment,
                    consignment.isUncertain() ? DeliveryStatus.UNKNOWN : DeliveryStatus.WAITING,
                    systemClock.instant().plus(settings.pause(failures + 1)),
                    e.failure(),
                    e.getMessage());
            return Found.UNAVAILABLE;
        }
    }

    private boolean post(Consignment claimed, Portal.Parcel parcel, int failures) {
        var began = systemClock.instant();
        var held = consignments.postBegins(claimed, began, settings.hold(portal.patience(parcel)));
        if (held.isEmpty()) {
            log.warn("delivery {} was not in these hands any more; nothing was posted", claimed.id());
            return true;
        }
        var consignment = held.get();
        var result = portal.hand(parcel);
        var failure = result.failure() == null ? Portal.Failure.BROKEN_ANSWER : result.failure();
        note(
                consignment,
                Action.POST,
                began,
                result.failure() == null ? "ACCEPTED" : failure.name(),
                result.status(),
                result.detail());
        var next = systemClock.instant().plus(settings.pause(failures + 1));
        return switch (result.ending()) {
            case ACCEPTED -> {
                accept(consignment, result.receipt() == null ? "" : result.receipt());
                yield true;
            }
            case REFUSED -> {
                refuse(consignment, failure, result.detail());
                yield true;
            }
            case NOT_TAKEN -> {
                consignments.later(consignment, DeliveryStatus.WAITING, next, failure, result.detail());
                yield false;
            }
            case UNKNOWN -> {
                consignments.later(
                        consignment,
                        DeliveryStatus.UNKNOWN,
                        systemClock.instant().plus(settings.firstPause()),
                        failure,
                        result.detail());
                yield true;
            }
        };
    }

    /** The receipt and RELAYED are one transaction. */
    private void accept(Consignment consignment, String receipt) {
        try {
            transaction.executeWithoutResult(status -> {
                consignments.accepted(consignment.id(), receipt, domainClock.now());
                if (consignment.answerId() != null) {
                    complaints.markRelayed(consignment.complaint(), consignment.answerId(), SELF);
                }
            });
        } catch (TransitionRefused movedOn) {
            log.warn("{} moved on before its answer was accepted: {}", consignment.complaint(), movedOn.getMessage());
            consignments.accepted(consignment.id(), receipt, domainClock.now());
        }
    }

    private void refuse(Consignment consignment, Portal.Failure failure, @Nullable String detail) {
        try {
            transaction.executeWithoutResult(status -> {
                if (consignments.refused(consignment, failure, detail) && consignment.answerId() != null) {
                    complaints.noteRefusal(consignment.complaint(), consignment.answerId(), SELF);
                }
            });
        } catch (TransitionRefused movedOn) {
            log.warn("{} moved on before its answer was refused: {}", consignment.complaint(), movedOn.getMessage());
            consignments.refused(consignment, failure, detail);
        }
    }

    private void note(
            Consignment consignment,
            Action action,
            Instant began,
            String result,
            @Nullable Integer status,
            @Nullable String detail) {
        consignments.note(consignment.id(), action, began, systemClock.instant(), result, status, detail);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
