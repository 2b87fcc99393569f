package id.go.cirebonkab.lajur.shared;

/** What was asked for is not there, or not there for this person; the two look the same: HTTP 404. */
public class NotVisible extends RuntimeException {

    public NotVisible(String what) {
        super(what);
    }
}
