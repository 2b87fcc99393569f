package id.go.cirebonkab.lajur.complaint;

/** Where a complaint stands. The first four are the SOP's own. */
public enum State {
    /** Diterima: on the desk, to be forwarded. */
    RECEIVED,
    /** Diteruskan: in the hands of an agency. */
    FORWARDED,
    /** Dijawab: an answer waits for the desk's approval, or, approved, for the portal. */
    ANSWERED,
    /** Disampaikan: the portal has accepted the answer. */
    RELAYED,
    /** Selesai: ended after the reply window. */
    CLOSED,
    /** Diarsipkan: put aside with a reason. */
    ARCHIVED;

    /** Whether the complaint has come to its end, unless the citizen writes again or the desk reopens it. */
    public boolean isEnded() {
        return this == RELAYED || this == CLOSED || this == ARCHIVED;
    }
}
