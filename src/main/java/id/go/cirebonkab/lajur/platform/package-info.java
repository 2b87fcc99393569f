/**
 * The ground under the rooms: the embedded PostgreSQL, files kept in the database, what starts the application.
 */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {"shared", "audit"})
@NullMarked
package id.go.cirebonkab.lajur.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
