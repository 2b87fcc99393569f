package id.go.cirebonkab.lajur.report;

/** What is counted; the words under which the counters stand in the database. */
final class Metric {

    /** Complaints by state and lead agency, at present: a stock, so it has no month. */
    static final String STATE = "state";

    /** Arrivals; a citizen's further word about a known complaint is none. */
    static final String RECEIVED = "received";

    /** Answers that the portal took; the label is the kind of the answer. */
    static final String RELAYED = "relayed";

    /** Complaints that an agency gave back to the desk. */
    static final String BOUNCED = "bounced";

    /** Clocks that ended in time; the label is the step, the agency its owner. */
    static final String STEP_MET = "step.met";

    static final String STEP_BREACHED = "step.breached";

    /** Complaints answered for good, by the bucket of {@link Hours} from reaching the desk to reaching the portal. */
    static final String WAY = "hours.way";

    /** The agency of what is no agency's own. */
    static final String NOBODY = "";

    private Metric() {}
}
