package id.go.cirebonkab.lajur.platform;

/** Personal data can't be sealed, or opened, with the key that is configured. */
public class UnusablePrivacyKeyException extends RuntimeException {

    static final String ACTION =
            "Make a key once with `openssl rand -base64 32`, set it as lajur.privacy.key (LAJUR_PRIVACY_KEY),"
                    + " and keep a copy apart from the database: without it no identity can be read any more. To change it, put the"
                    + " new one before the old one, separated by a comma.";

    UnusablePrivacyKeyException(String message) {
        super(message);
    }
}
