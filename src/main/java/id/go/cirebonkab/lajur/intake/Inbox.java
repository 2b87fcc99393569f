package id.go.cirebonkab.lajur.intake;

import java.util.UUID;

/** Where every message arrives: kept first, whole and committed, then read. */
public interface Inbox {

    /** How a message came. */
    enum Channel {
        WEBHOOK,
        MANUAL
    }

    /** What became of a message. */
    enum Outcome {
        ACCEPTED,
        UPDATED,
        DUPLICATE,
        QUARANTINED
    }

    /** The kept message's id, and what became of it. */
    record Receipt(UUID message, Outcome outcome) {}

    /** Keeps the message, then reads it. What can't be read waits in quarantine; nothing is thrown away. */
    Receipt accept(Channel channel, byte[] body);
}
