package id.go.cirebonkab.lajur.account;

/** What a one-time link is for. Stored by name. */
public enum LinkPurpose {
    /** Makes the first system administrator; it belongs to no account. */
    FIRST_ADMINISTRATOR,
    /** Sets the first password of an account. */
    INVITATION,
    /** Sets a new password. */
    PASSWORD_RESET
}
