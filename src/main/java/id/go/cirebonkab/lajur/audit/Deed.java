package id.go.cirebonkab.lajur.audit;

/** What was done. Stored by name: a constant may be added, never renamed. */
public enum Deed {
    /** A complaint's page was opened. */
    READ_CASE,
    /** A file was downloaded. */
    READ_FILE,
    /** A reporter's identity was shown, for a stated reason. */
    READ_IDENTITY,
    /** Masked words of a text were shown, for a stated reason. */
    READ_UNMASKED,
    /** A raw message was shown. */
    READ_SOURCE,
    /** Rows left the system as a file. */
    EXPORTED,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    /** A session was ended by somebody, or by a limit. */
    SESSION_ENDED,
    /** An account was made, changed, switched on or off, or its means of signing in were. */
    ACCOUNT_CHANGED,
    /** Something of the registry of agencies and officers was changed. */
    REGISTRY_CHANGED,
    SETTING_CHANGED,
    /** Personal data were destroyed. */
    ERASED,
    /** A rule of retention was run. */
    RETENTION_RUN,
    /** A legal hold was set or lifted. */
    HOLD_CHANGED,
    /** The keys of personal data were wrapped anew. */
    KEYS_ROTATED
}
