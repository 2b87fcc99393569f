package id.go.cirebonkab.lajur.notify;

import id.go.cirebonkab.lajur.notify.OutgoingNotices.Outgoing;
import id.go.cirebonkab.lajur.shared.DomainClock;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends the notices: at once when some were committed, and every few seconds what is due again. While the mail server is
 * away one notice at a time knocks, with growing pauses. A mail that may have gone out before a crash goes out again
 * under the same Message-ID.
 */
@Component
class Mailman {

    private static final Logger log = LoggerFactory.getLogger(Mailman.class);

    private final OutgoingNotices notices;
    private final LinkLetters letters;
    private final MailWriter writer;
    private final MailPost post;
    private final PublicAddress address;
    private final NotifySettings settings;
    private final Clock systemClock;
    private final DomainClock domainClock;
    private final AsyncTaskExecutor executor;
    private final Semaphore hands = new Semaphore(1);
    private volatile int failures;
    private volatile Instant pausedUntil = Instant.MIN;

    Mailman(
            OutgoingNotices notices,
            LinkLetters letters,
            MailWriter writer,
            MailPost post,
            PublicAddress address,
            NotifySettings settings,
            Clock systemClock,
            DomainClock domainClock,
            @Qualifier("mailmen") AsyncTaskExecutor mailmen) {
        this.notices = notices;
        this.letters = letters;
        this.writer = writer;
        this.post = post;
        this.address = address;
        this.settings = settings;
        this.systemClock = systemClock;
        this.domainClock = domainClock;
        this.executor = mailmen;
    }

    @TransactionalEventListener
    void on(NoticesWritten written) {
        wake();
    }

    @Scheduled(fixedDelayString = "${lajur.notify.look-every:3s}")
    void wake() {
        if (post.isThere() && address.url().isPresent() && !isPausing() && hands.tryAcquire()) {
            executor.execute(this::carryWhatIsDue);
        }
    }

    /** Ends the pause: somebody knows that the mail server is back. */
    void resume() {
        pausedUntil = Instant.MIN;
        wake();
    }

    /** A pause that lies further ahead than any pause may is of a clock that was set back. */
    private boolean isPausing() {
        var now = systemClock.instant();
        return now.isBefore(pausedUntil) && !pausedUntil.isAfter(now.plus(settings.longestPause()));
    }

    private void carryWhatIsDue() {
        try {
            while (!isPausing()) {
                var claimed = notices.claim(systemClock.instant(), settings.lease());
                if (claimed.isEmpty()) {
                    return;
                }
                if (carryOrPutBack(claimed.get())) {
                    failures = 0;
                } else {
                    failures++;
                    pausedUntil = systemClock.instant().plus(settings.pause(failures));
                }
            }
        } catch (RuntimeException e) {
            log.error("a notice could not be sent; it is tried again when its lease has ended", e);
        } finally {
            hands.release();
        }
    }

    /** One that can't be written, for whatever reason of our own, must not be lost and holds nobody else up. */
    private boolean carryOrPutBack(Outgoing notice) {
        try {
            return carry(notice);
        } catch (RuntimeException e) {
            log.error("notice {} could not be written; it is tried again later", notice.id(), e);
            var next = systemClock.instant().plus(settings.pause(notice.attempts()));
            notices.later(notice, next, MailPost.words(e));
            return true;
        }
    }

    /** Not when there is nothing to write any more. */
    private boolean written(Outgoing notice, MimeMessage mail) throws MessagingException {
        var url = address.url().orElseThrow();
        if (notice.kind().isLink()) {
            var letter = letters.open(notice);
            if (letter.isPresent()) {
                writer.write(notice, letter.get(), url, mail);
            }
            return letter.isPresent();
        }
        if (!notices.stillMatters(notice, domainClock.today())) {
            return false;
        }
        writer.write(notice, url, mail);
        return true;
    }

    /** Returns whether the mail server could be spoken to. */
    private boolean carry(Outgoing notice) {
        var mail = post.blank();
        try {
            if (!written(notice, mail)) {
                notices.obsolete(notice);
                return true;
            }
        } catch (MessagingException e) {
            notices.failed(notice, MailPost.words(e));
            return true;
        }
        var result = post.hand(mail);
        switch (result.ending()) {
            case TAKEN -> notices.sent(notice, systemClock.instant());
            case REFUSED -> notices.failed(notice, result.words());
            case NOT_NOW, UNAVAILABLE -> {
                var next = systemClock.instant().plus(settings.pause(notice.attempts()));
                notices.later(notice, next, result.words());
            }
        }
        return result.ending() != MailPost.Ending.UNAVAILABLE;
    }
}
