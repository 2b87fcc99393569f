/**
 * Tells people by mail that a case waits for them: one durable notice per person, carried out after the commit.
 */
@ApplicationModule(
        displayName = "Notify",
        allowedDependencies = {"shared", "audit", "complaint", "sla", "relay", "agency", "account", "platform"})
@NullMarked
package id.go.cirebonkab.lajur.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
