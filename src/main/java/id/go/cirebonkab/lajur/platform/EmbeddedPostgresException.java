package id.go.cirebonkab.lajur.platform;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot do what was asked. The message is one the person who runs Lajur can act on. */
public class EmbeddedPostgresException extends RuntimeException {

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
