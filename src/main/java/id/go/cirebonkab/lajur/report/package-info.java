/**
 * Figures: counters kept by each change, the SLA dashboard and the public figures.
 */
@ApplicationModule(
        displayName = "Report",
        allowedDependencies = {"shared", "audit", "agency", "complaint", "sla", "relay"})
@NullMarked
package id.go.cirebonkab.lajur.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
