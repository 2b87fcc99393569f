package id.go.cirebonkab.lajur.account;

/** How somebody proved who he or she is. Stands in the log by name. */
enum SignInWay {
    PASSWORD,
    PASSKEY,
    /** The regency's own identity provider said so. */
    IDENTITY_PROVIDER,
    /** The same, and that it had asked for more than a password. */
    IDENTITY_PROVIDER_TWO_FACTOR
}
