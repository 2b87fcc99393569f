package id.go.cirebonkab.lajur.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who does something. Rooms take an actor, never an account.
 *
 * @param id the account's id; {@code null} for the system itself (intake, relay, jobs)
 * @param role the one role; {@code null} for the system itself
 * @param agencyCodes the agencies an officer acts for; empty for everybody else
 */
public record Actor(
        @Nullable Long id, String name, @Nullable Role role, Set<String> agencyCodes) {

    public Actor {
        agencyCodes = Set.copyOf(agencyCodes);
    }

    /** The part of the system that acts by itself, such as {@code intake} or {@code relay}. */
    public static Actor system(String room) {
        return new Actor(null, room, null, Set.of());
    }

    public boolean is(Role wanted) {
        return role == wanted;
    }

    public boolean actsFor(@Nullable String agencyCode) {
        return agencyCode != null && agencyCodes.contains(agencyCode);
    }
}
