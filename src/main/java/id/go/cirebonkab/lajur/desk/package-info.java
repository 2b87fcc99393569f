/**
 * The queue and the case page, and the controllers of the transitions. Nobody imports this room.
 */
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {
            "shared",
            "audit",
            "account",
            "agency",
            "complaint",
            "sla",
            "relay",
            "notify",
            "intake",
            "platform"
        })
@NullMarked
package id.go.cirebonkab.lajur.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
