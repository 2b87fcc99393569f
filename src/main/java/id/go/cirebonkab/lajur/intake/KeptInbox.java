package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The inbox over the database. */
@Service
class KeptInbox implements Inbox {

    private static final Logger log = LoggerFactory.getLogger(KeptInbox.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(30);

    private final RawMessages messages;
    private final Reader reader;
    private final Clock systemClock;
    private final DomainClock domainClock;

    KeptInbox(RawMessages messages, Reader reader, Clock systemClock, DomainClock domainClock) {
        this.messages = messages;
        this.reader = reader;
        this.systemClock = systemClock;
        this.domainClock = domainClock;
    }

    @Override
    public Receipt accept(Channel channel, byte[] body) {
        var id = messages.keep(channel, body, systemClock.instant(), domainClock.now());
        return new Receipt(id, read(id));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> keep(Channel channel, Body body) {
        return messages.keepOnce(channel, body, systemClock.instant(), domainClock.now());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void setAside(UUID message, Unreadable.Reason reason, String detail) {
        messages.quarantine(message, reason.name(), Unreadable.shortened(detail));
    }

    /**
     * Keeps what the desk pasted or typed and takes what it confirmed, all or nothing: read again by itself the kept text
     * would lack what was ticked and typed beside it, and the person at the form sees at once when it fails.
     */
    @Transactional
    public Receipt enter(byte[] original, Notification confirmed, Actor by) {
        var now = domainClock.now();
        var id = messages.keep(Channel.MANUAL, original, systemClock.instant(), now);
        return new Receipt(id, reader.take(id, confirmed, now, by));
    }

    /** Takes what the desk confirmed for a message that waits in quarantine. */
    Receipt enterKept(UUID message, Notification confirmed, Actor by) {
        return new Receipt(message, reader.take(message, confirmed, domainClock.now(), by));
    }

    /** What fails goes to quarantine with the reason. */
    @Override
    public Outcome read(UUID id) {
        try {
            return readTwice(id);
        } catch (Unreadable e) {
            messages.quarantine(id, e.reason().name(), e.detail());
        } catch (TransientDataAccessException | RecoverableDataAccessException | TransactionException e) {
            log.warn(
                    "message {} is kept and will be read later: {}",
                    id,
                    e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            log.error("message {} could not be read and waits in quarantine", id, e);
            messages.quarantine(id, "FAILED", null);
        }
        return Outcome.QUARANTINED;
    }

    /** Two first messages of one complaint at the same moment: the slower one finds it there at the second try. */
    private Outcome readTwice(UUID id) throws Unreadable {
        try {
            return reader.read(id);
        } catch (DataIntegrityViolationException | TransientDataAccessException e) {
            return reader.read(id);
        }
    }

    @Scheduled(fixedDelayString = "${lajur.intake.sweep-every:10s}")
    void readWhatWasLeftBehind() {
        messages.leftUnread(systemClock.instant().minus(LEFT_BEHIND)).forEach(this::read);
    }
}
