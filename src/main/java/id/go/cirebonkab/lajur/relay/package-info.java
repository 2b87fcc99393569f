/**
 * The way back: one durable delivery per approved answer, carried to the portal until it is accepted, never twice.
 */
@ApplicationModule(
        displayName = "Relay",
        allowedDependencies = {"shared", "audit", "agency", "complaint", "platform"})
@NullMarked
package id.go.cirebonkab.lajur.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
