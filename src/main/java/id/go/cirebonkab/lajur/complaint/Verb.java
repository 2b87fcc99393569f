package id.go.cirebonkab.lajur.complaint;

/** What can be done to a complaint; {@link Transitions} says from where to where. */
public enum Verb {
    RECEIVE,
    FORWARD,
    RECALL,
    RETURN_TO_DESK,
    REASSIGN,
    CONTRIBUTE,
    ANSWER,
    RECORD_ANSWER,
    RECORD_CONTRIBUTION,
    ASK_FOR_REVISION,
    APPROVE,
    /** The admin takes back an approval whose delivery was not attempted yet. */
    WITHDRAW_DELIVERY,
    /** The portal refused the approved answer; the desk has to look at it again. */
    NOTE_REFUSAL,
    MARK_INTERIM_RELAYED,
    MARK_FINAL_RELAYED,
    CLASSIFY,
    ARCHIVE,
    REOPEN,
    FOLLOW_UP,
    /** The reply window passed in silence, or the portal says so. */
    CLOSE,
    /** The portal closed the report by itself, whatever state it was in here. */
    CLOSE_ON_PORTAL,
    /** The portal moved the report to another institution. */
    MOVE_AWAY
}
