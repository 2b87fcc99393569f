package id.go.cirebonkab.lajur.shared;

/** The person sees the thing but has no right to this act on it: HTTP 403. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(String what) {
        super(what);
    }
}
