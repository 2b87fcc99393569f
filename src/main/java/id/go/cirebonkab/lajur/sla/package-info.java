/**
 * The clocks: working days, limits as dated rows, one row per running limit, warnings and breaches.
 */
@ApplicationModule(
        displayName = "SLA",
        allowedDependencies = {"shared", "audit", "agency", "complaint"})
@NullMarked
package id.go.cirebonkab.lajur.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
