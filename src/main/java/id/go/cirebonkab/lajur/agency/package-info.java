/**
 * Who answers: agencies of every kind, their officers and the assignment letters (surat tugas) these hold.
 */
@ApplicationModule(
        displayName = "Agency",
        allowedDependencies = {"shared", "audit", "platform"})
@NullMarked
package id.go.cirebonkab.lajur.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
