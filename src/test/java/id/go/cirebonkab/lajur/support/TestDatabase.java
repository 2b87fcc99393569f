package id.go.cirebonkab.lajur.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A fresh, empty database. {@link OwnDatabase} makes one for a Spring context; a test without one may ask here. */
public record TestDatabase(String url, String ownerPassword, String appPassword) {

    public static final String OWNER = "lajur_owner";
    public static final String APP = "lajur_app";

    /** Seals nothing but tests. */
    public static final String PRIVACY_KEY = "dWppLWNvYmEgc2FqYSwgYnVrYW4gcmFoYXNpYSAxMjM=";

    /** Starts the one server of this JVM if it is not there yet. */
    public static TestDatabase fresh() {
        return TestServer.ofThisJvm().freshDatabase();
    }

    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, OWNER, ownerPassword);
    }

    public Connection asApp() throws SQLException {
        return DriverManager.getConnection(url, APP, appPassword);
    }
}
