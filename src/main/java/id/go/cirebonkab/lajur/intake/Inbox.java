package id.go.cirebonkab.lajur.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;

/** Where every message arrives: kept first, whole and committed, then read. */
public interface Inbox {

    /** How a message came. */
    enum Channel {
        WEBHOOK,
        MANUAL,
        /** Fetched from the mailbox. */
        MAIL,
        /** Fetched from the portal's list. */
        POLL
    }

    /** What became of a message. */
    enum Outcome {
        ACCEPTED,
        UPDATED,
        DUPLICATE,
        QUARANTINED
    }

    /** A message that writes itself out, so that no message has to fit into memory. */
    interface Body {
        void writeTo(OutputStream target) throws IOException;
    }

    /** The kept message's id, and what became of it. */
    record Receipt(UUID message, Outcome outcome) {}

    /** Keeps the message, then reads it. What can't be read waits in quarantine; nothing is thrown away. */
    Receipt accept(Channel channel, byte[] body);

    /**
     * Keeps a message that was fetched, in the caller's transaction: with it the caller notes how far it has come. To be
     * read after the commit; a message that nobody reads is read by and by.
     *
     * @return empty when the very same came this way before
     * @throws java.io.UncheckedIOException when the body can't be written to its end
     */
    Optional<UUID> keep(Channel channel, Body body);

    /** Puts a kept message into quarantine without reading it, in the caller's transaction; the desk may still read it. */
    void setAside(UUID message, Unreadable.Reason reason, String detail);

    /** Reads a kept message. */
    Outcome read(UUID message);
}
