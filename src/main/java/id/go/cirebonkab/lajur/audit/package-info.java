/**
 * Who read what and who changed what: the log that UU PDP 27/2022 (articles 31 and 32) asks for, its seals, and the pages
 * that search it. It knows ids and words only, nothing of the domain, so every room may write to it.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared"})
@NullMarked
package id.go.cirebonkab.lajur.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
