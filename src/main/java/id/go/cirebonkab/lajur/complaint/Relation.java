package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Role;

/** How an actor stands to one complaint. With the verb it decides what he or she may do. */
public enum Relation {
    DESK,
    LEAD,
    SUPPORTING,
    SYSTEM,
    NONE;

    /** The table of rights by verb; the paths' table in {@code account} is its outer half. */
    public boolean may(Verb verb) {
        return switch (verb) {
            case FORWARD,
                    RECALL,
                    REASSIGN,
                    RECORD_ANSWER,
                    RECORD_CONTRIBUTION,
                    ASK_FOR_REVISION,
                    APPROVE,
                    WITHDRAW_DELIVERY,
                    CLASSIFY,
                    ARCHIVE,
                    REOPEN -> this == DESK;
            case RECEIVE, FOLLOW_UP -> this == SYSTEM || this == DESK;
            case RETURN_TO_DESK, ANSWER -> this == LEAD;
            case CONTRIBUTE -> this == SUPPORTING;
            case MARK_INTERIM_RELAYED, MARK_FINAL_RELAYED -> this == SYSTEM || this == DESK;
            case NOTE_REFUSAL, CLOSE, CLOSE_ON_PORTAL, MOVE_AWAY -> this == SYSTEM;
        };
    }

    /** Who reported: the desk alone, to which the citizen speaks through LAPOR!. */
    public boolean mayReadReporter() {
        return this == DESK;
    }

    /** Numbers and addresses in the text, without which an agency may not find the place. */
    public boolean mayReadMasked() {
        return this == LEAD;
    }

    static Relation between(Actor actor, Complaint complaint) {
        if (actor.role() == null) {
            return SYSTEM;
        }
        if (actor.is(Role.DISTRICT_ADMIN)) {
            return DESK;
        }
        if (!actor.is(Role.OFFICER)) {
            return NONE;
        }
        if (actor.actsFor(complaint.leadAgency())) {
            return LEAD;
        }
        return complaint.hasSupporting(actor.agencyCodes()) ? SUPPORTING : NONE;
    }
}
