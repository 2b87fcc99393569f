package id.go.cirebonkab.lajur.platform;

/** Nobody has said which database to use. */
class NoDatabaseException extends RuntimeException {

    static final String ACTION = "Set spring.datasource.url, spring.datasource.username and spring.datasource.password"
            + " (role lajur_app) with spring.flyway.user and spring.flyway.password (role lajur_owner) to use your own"
            + " PostgreSQL 15 or later, or set lajur.database=embedded to use the one that Lajur brings along.";

    NoDatabaseException() {
        super("Lajur does not know which database to use. " + ACTION);
    }
}
