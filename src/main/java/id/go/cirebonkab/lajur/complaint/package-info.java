/**
 * The complaint itself: its states and the one table of transitions, assignments, answers, follow-ups and history.
 */
@ApplicationModule(
        displayName = "Complaint",
        allowedDependencies = {"shared", "audit", "agency", "platform"})
@NullMarked
package id.go.cirebonkab.lajur.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
