package id.go.cirebonkab.lajur.relay;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Wakes the couriers: at once when a delivery was committed, and every second for what is due again. While the portal is
 * down only one delivery at a time probes it, with growing pauses.
 */
@Component
class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Consignments consignments;
    private final Courier courier;
    private final Portal portal;
    private final RelaySettings settings;
    private final Clock systemClock;
    private final AsyncTaskExecutor executor;
    private final Semaphore hands;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Instant pausedUntil = Instant.MIN;

    Dispatcher(
            Consignments consignments,
            Courier courier,
            Portal portal,
            RelaySettings settings,
            Clock systemClock,
            @Qualifier("couriers") AsyncTaskExecutor couriers) {
        this.consignments = consignments;
        this.courier = courier;
        this.portal = portal;
        this.settings = settings;
        this.systemClock = systemClock;
        this.executor = couriers;
        this.hands = new Semaphore(settings.workers());
    }

    @TransactionalEventListener
    void on(DeliveryWritten written) {
        wake();
    }

    @Scheduled(fixedDelayString = "${lajur.relay.look-every:1s}")
    void wake() {
        if (portal.isAutomatic() && !isPausing() && (failures.get() == 0 || nobodyIsAtIt()) && hands.tryAcquire()) {
            executor.execute(this::carryWhatIsDue);
        }
    }

    /** Ends the pause: somebody knows that the portal is back. */
    void resume() {
        pausedUntil = Instant.MIN;
        wake();
    }

    /** A pause that lies further ahead than any pause may is of a clock that was set back. */
    private boolean isPausing() {
        var now = systemClock.instant();
        return now.isBefore(pausedUntil) && !pausedUntil.isAfter(now.plus(settings.longestPause()));
    }

    private boolean nobodyIsAtIt() {
        return hands.availablePermits() == settings.workers();
    }

    private void carryWhatIsDue() {
        try {
            while (!isPausing()) {
                var claimed = consignments.claim(systemClock.instant(), settings.lease());
                if (claimed.isEmpty()) {
                    return;
                }
                wake();
                if (courier.carry(claimed.get(), failures.get())) {
                    failures.set(0);
                } else {
                    pausedUntil = systemClock.instant().plus(settings.pause(failures.incrementAndGet()));
                }
            }
        } catch (RuntimeException e) {
            log.error("a delivery could not be carried; it is tried again when its lease has ended", e);
        } finally {
            hands.release();
        }
    }
}
