package id.go.cirebonkab.lajur.complaint;

/** Somebody else changed the complaint since the form was shown: HTTP 409 with what happened meanwhile. */
public class Collision extends RuntimeException {

    private final long shownVersion;

    Collision(TrackingId trackingId, long shownVersion, long version) {
        super(trackingId + " is at version " + version + ", the form was shown " + shownVersion);
        this.shownVersion = shownVersion;
    }

    /** The version that the form was shown; the history after it is what happened meanwhile. */
    public long shownVersion() {
        return shownVersion;
    }
}
