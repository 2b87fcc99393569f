package id.go.cirebonkab.lajur.lapor;

import id.go.cirebonkab.lajur.intake.Inbox;
import id.go.cirebonkab.lajur.intake.Source;
import id.go.cirebonkab.lajur.intake.Unreadable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches the notifications that LAPOR! sends by mail. Each mail is kept, whole, in one transaction with how far the
 * folder has been read, and read after it; nothing is ever deleted on the server. A mail that the server does not hand
 * out is passed over and asked for again later, so that it keeps none of the others waiting.
 */
@Component
class Mailbox implements Source {

    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);

    /** A mail is in memory once while it is fetched, as it is when it is read; no mail server takes larger ones. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private final MailboxSettings settings;
    private final MailboxAddress address;
    private final KnownSenders senders;
    private final MailboxCursor cursor;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Health health;

    Mailbox(
            MailboxSettings settings,
            MailboxAddress address,
            KnownSenders senders,
            MailboxCursor cursor,
            Inbox inbox,
            TransactionTemplate transaction,
            Clock systemClock) {
        this.settings = settings;
        this.address = address;
        this.senders = senders;
        this.cursor = cursor;
        this.inbox = inbox;
        this.transaction = transaction;
        this.clock = systemClock;
        this.health = new Health(systemClock);
    }

    /** Why it can't be read; each has its words under {@code lapor.mailbox.*}. */
    enum Failure {
        UNREACHABLE,
        TIMED_OUT,
        LOGIN_REFUSED,
        NOT_SECURE,
        NO_FOLDER,
        BROKEN
    }

    @Scheduled(fixedDelayString = "${lajur.lapor.mailbox.poll:15s}")
    void look() {
        address.account().ifPresent(this::look);
    }

    private void look(MailAccount account) {
        var what = "The mailbox " + account;
        try {
            fetch(account);
            health.reached(what);
        } catch (MessagingException | UncheckedIOException e) {
            health.failed(what, "lapor.mailbox." + failure(e), e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            log.error("{} was not read to its end; nothing is lost.", what, e);
            health.failed(what, "lapor.mailbox." + Failure.BROKEN, e.getClass().getSimpleName());
        }
    }

    private void fetch(MailAccount account) throws MessagingException {
        var session = Session.getInstance(properties(account.protocol()));
        try (var store = session.getStore(account.protocol())) {
            store.connect(account.host(), account.port(), account.user(), account.password());
            var folder = store.getFolder(settings.folder());
            open(folder);
            try {
                new Round(account + "/" + settings.folder(), store, folder).fetchAll();
            } finally {
                close(folder);
            }
        }
    }

    private static void open(Folder folder) throws MessagingException {
        try {
            folder.open(Folder.READ_WRITE);
        } catch (ReadOnlyFolderException e) {
            folder.open(Folder.READ_ONLY);
        }
    }

    /** Without expunging what others have marked as deleted. */
    private static void close(Folder folder) {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
        } catch (MessagingException e) {
            // The connection is gone, and with it what there was to close.
        }
    }

    /** One look into the folder. */
    private class Round {

        private final String mailbox;
        private final Store store;
        private final Folder folder;
        private final UIDFolder numbered;
        private final long validity;

        Round(String mailbox, Store store, Folder folder) throws MessagingException {
            this.mailbox = mailbox;
            this.store = store;
            this.folder = folder;
            this.numbered = (UIDFolder) folder;
            this.validity = numbered.getUIDValidity();
        }

        void fetchAll() throws MessagingException {
            long last = cursor.last(mailbox, validity);
            // The range is never empty: beyond the last mail it means the last one.
            for (var message : numbered.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
                long uid = message == null ? 0 : numbered.getUID(message);
                if (uid > last && !fetch(message, uid, false)) {
                    return;
                }
            }
            for (var uid : cursor.missed(mailbox, validity, clock.instant())) {
                var message = numbered.getMessageByUID(uid);
                if (message == null) {
                    cursor.forget(mailbox, validity, uid);
                } else {
                    fetch(message, uid, true);
                }
            }
        }

        /** False when another node is at this folder. */
        private boolean fetch(Message message, long uid, boolean again) throws MessagingException {
            Step step;
            try {
                step = transaction.execute(status -> keep(message, uid, again));
            } catch (UncheckedIOException e) {
                if (message.isExpunged()) {
                    cursor.forget(mailbox, validity, uid);
                    return true;
                }
                passOver(uid, again);
                if (!folder.isOpen() || !store.isConnected()) {
                    throw e;
                }
                return true;
            }
            if (step == null || !step.taken()) {
                return again;
            }
            if (step.toRead() != null) {
                inbox.read(step.toRead());
            }
            markSeen(message);
            return true;
        }

        private Step keep(Message message, long uid, boolean again) {
            var mine = again ? cursor.takeMissed(mailbox, validity, uid) : cursor.take(mailbox, validity, uid);
            if (!mine) {
                return new Step(false, null);
            }
            var from = senders.isEverybody() ? "" : from(message);
            var toRead = inbox.keep(Inbox.Channel.MAIL, target -> write(message, target))
                    .orElse(null);
            if (toRead != null && !senders.isEverybody() && !senders.include(from)) {
                inbox.setAside(toRead, Unreadable.Reason.UNKNOWN_SENDER, from);
                toRead = null;
            }
            if (again) {
                cursor.forget(mailbox, validity, uid);
            } else {
                cursor.moveTo(mailbox, validity, uid);
            }
            return new Step(true, toRead);
        }

        private void passOver(long uid, boolean again) {
            transaction.executeWithoutResult(status -> {
                if (again || cursor.take(mailbox, validity, uid)) {
                    if (!again) {
                        cursor.moveTo(mailbox, validity, uid);
                    }
                    cursor.miss(mailbox, validity, uid, clock.instant());
                }
            });
            log.warn("Mail {} in {} could not be fetched and is asked for again later.", uid, mailbox);
        }
    }

    /** @param toRead the kept message, unless it was here before or waits in quarantine */
    private record Step(boolean taken, @Nullable UUID toRead) {}

    private static void write(Message message, OutputStream target) throws IOException {
        try {
            if (message.getSize() > LARGEST) {
                throw new IOException("larger than what is fetched");
            }
            var passed = new Passed(target);
            message.writeTo(passed);
            // The client also takes a server's refusal of the whole for an empty mail.
            if (passed.isNothing && message.getSize() != 0) {
                throw new IOException("not handed out");
            }
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** Sees whether anything comes at all. */
    private static class Passed extends FilterOutputStream {

        private boolean isNothing = true;

        Passed(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            isNothing &= count == 0;
            out.write(bytes, from, count);
        }
    }

    private static String from(Message message) {
        try {
            var from = message.getHeader("From");
            return from == null ? "" : String.join(", ", from);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** A courtesy to whoever opens the mailbox; nothing here depends on it. */
    private static void markSeen(Message message) {
        try {
            message.setFlag(Flags.Flag.SEEN, true);
        } catch (MessagingException | RuntimeException e) {
            log.debug("a mail could not be marked as seen: {}", e.getClass().getSimpleName());
        }
    }

    private Properties properties(String protocol) {
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", millis(settings.connectTimeout()));
        properties.setProperty(prefix + "timeout", millis(settings.readTimeout()));
        properties.setProperty(prefix + "writetimeout", millis(settings.writeTimeout()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "peek", "true");
        // In parts, the client takes a server's refusal of one for the end of the mail.
        properties.setProperty(prefix + "partialfetch", "false");
        return properties;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    private static Failure failure(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationFailedException) {
                return Failure.LOGIN_REFUSED;
            }
            if (cause instanceof FolderNotFoundException) {
                return Failure.NO_FOLDER;
            }
            if (cause instanceof SocketTimeoutException) {
                return Failure.TIMED_OUT;
            }
            if (cause instanceof SSLException) {
                return Failure.NOT_SECURE;
            }
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException) {
                return Failure.UNREACHABLE;
            }
        }
        return Failure.BROKEN;
    }

    @Override
    public Optional<Standing> standing() {
        return address.account().map(account -> {
            var state = health.state();
            return new Standing(
                    Kind.MAILBOX,
                    state == null ? null : state.since(),
                    state == null ? null : state.failure(),
                    cursor.countMissed(account + "/" + settings.folder()));
        });
    }
}
