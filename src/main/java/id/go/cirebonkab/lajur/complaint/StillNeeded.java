package id.go.cirebonkab.lajur.complaint;

/** Says for another room that it still needs what a complaint holds, so that it can't be erased yet. */
public interface StillNeeded {

    boolean needs(TrackingId id);
}
