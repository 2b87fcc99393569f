package id.go.cirebonkab.lajur.relay;

import org.jspecify.annotations.Nullable;

/** The portal can't be asked now. */
public class PortalUnavailable extends Exception {

    private final Portal.Failure failure;
    private final @Nullable Integer status;

    /** @param status HTTP status, if there was an answer */
    public PortalUnavailable(Portal.Failure failure, @Nullable Integer status, @Nullable String detail) {
        super(detail);
        this.failure = failure;
        this.status = status;
    }

    public Portal.Failure failure() {
        return failure;
    }

    public @Nullable Integer status() {
        return status;
    }
}
