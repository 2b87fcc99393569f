package id.go.cirebonkab.lajur.sla;

/** What a clock times. The first six are the desk's own (SOP), the others the nation's (PermenPANRB 5/2025). */
public enum Step {
    /** Portal's time → our desk; measured, never escalated. */
    NOTIFY,
    /** Arrival → forwarded. */
    FORWARD,
    /** Forwarded → answered, one per assignment. */
    ANSWER,
    /** Answered → approved or sent back. */
    REVIEW,
    /** Approved → accepted by the portal. */
    RELAY,
    /** Interim answer → the day it promised. */
    PROMISE,
    VERIFY,
    FOLLOW_UP,
    /** How long the citizen may reply to a relayed answer; nobody is late when it ends. */
    REPLY_WINDOW,
    SETTLE;

    /** Whether it is a limit of the regency's own SOP. */
    public boolean isLocal() {
        return switch (this) {
            case NOTIFY, FORWARD, ANSWER, REVIEW, RELAY, PROMISE -> true;
            case VERIFY, FOLLOW_UP, REPLY_WINDOW, SETTLE -> false;
        };
    }
}
