/**
 * Who signs in: accounts, roles, sessions, and the table of rights by path.
 */
@ApplicationModule(
        displayName = "Account",
        allowedDependencies = {"shared", "audit", "agency", "platform"})
@NullMarked
package id.go.cirebonkab.lajur.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
