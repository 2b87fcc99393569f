/**
 * What every room may lean on and that knows nothing of the domain: who acts, what time it is, how a list is paged.
 */
@ApplicationModule(
        displayName = "Shared",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package id.go.cirebonkab.lajur.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
