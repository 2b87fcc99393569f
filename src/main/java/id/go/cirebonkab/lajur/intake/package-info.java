/**
 * How a complaint arrives: every message is kept raw first, then read; what cannot be read waits in quarantine.
 */
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {"shared", "audit", "agency", "complaint", "platform"})
@NullMarked
package id.go.cirebonkab.lajur.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
