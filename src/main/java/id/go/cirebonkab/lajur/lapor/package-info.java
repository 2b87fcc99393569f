/**
 * The portal's own vocabulary: the signed webhook inward, the API outward. Only this room knows what LAPOR! looks like.
 */
@ApplicationModule(
        displayName = "LAPOR!",
        allowedDependencies = {"shared", "audit", "intake", "relay", "complaint"})
@NullMarked
package id.go.cirebonkab.lajur.lapor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
