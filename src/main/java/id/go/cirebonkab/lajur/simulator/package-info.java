/**
 * An imitation of LAPOR! for the profile coba: the API, the page of a citizen, switches, and the movable clock. Nobody imports this room.
 */
@ApplicationModule(
        displayName = "Simulator",
        allowedDependencies = {"shared", "audit"})
@NullMarked
package id.go.cirebonkab.lajur.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
