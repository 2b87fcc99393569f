package id.go.cirebonkab.lajur.report;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.NotAllowed;
import id.go.cirebonkab.lajur.shared.Role;
import java.util.Set;

/** Whose figures somebody may see: everybody's, or those of his or her agencies. */
record Scope(boolean isEverything, Set<String> agencyCodes) {

    /** @throws NotAllowed for who reads no complaints */
    static Scope of(Actor actor) {
        if (actor.is(Role.DISTRICT_ADMIN) || actor.is(Role.SUPERVISOR)) {
            return new Scope(true, Set.of());
        }
        if (actor.is(Role.OFFICER)) {
            return new Scope(false, actor.agencyCodes());
        }
        throw new NotAllowed("dashboard for " + actor.name());
    }

    /** A condition on a column that holds an agency's code; it needs the parameter {@code agencies}. */
    String and(String column) {
        return isEverything ? "" : " and " + column + " = any(:agencies)";
    }

    String[] agencies() {
        return agencyCodes.toArray(String[]::new);
    }
}
