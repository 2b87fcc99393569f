package id.go.cirebonkab.lajur.complaint;

/** A transition that the state of the complaint does not allow; HTTP 409, and what was typed stays. */
public class TransitionRefused extends RuntimeException {

    private final Refusal refusal;
    private final Verb verb;
    private final State state;

    TransitionRefused(Refusal refusal, Verb verb, State state) {
        super(verb + " refused in " + state + ": " + refusal);
        this.refusal = refusal;
        this.verb = verb;
        this.state = state;
    }

    /** Why; each has its sentence under {@code complaint.refusal.*}. */
    public enum Refusal {
        WRONG_STATE,
        ALREADY_APPROVED,
        NOT_APPROVED,
        OWN_ANSWER,
        ONLY_THE_HANDLING_AGENCY,
        NO_SUPPORTING_FOR_PENGAWASAN,
        SAME_LEAD,
        ANSWERED_BY_ANOTHER,
        ALREADY_ATTEMPTED,
        NOT_ASSIGNED,
        NO_LETTER,
        NOT_ENDED,
        ON_HOLD,
        ON_ITS_WAY
    }

    public Refusal refusal() {
        return refusal;
    }

    public Verb verb() {
        return verb;
    }

    public State state() {
        return state;
    }
}
