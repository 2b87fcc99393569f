package id.go.cirebonkab.lajur.account;

import org.jspecify.annotations.Nullable;

/** A link that never was, was used, was replaced by a newer one, or is too old; they all look the same: HTTP 404. */
final class LinkGone extends RuntimeException {

    private final @Nullable LinkPurpose purpose;

    /** @param purpose what it should have been for, where only one comes into question */
    LinkGone(@Nullable LinkPurpose purpose) {
        super("a link that does not work");
        this.purpose = purpose;
    }

    @Nullable
    LinkPurpose purpose() {
        return purpose;
    }
}
