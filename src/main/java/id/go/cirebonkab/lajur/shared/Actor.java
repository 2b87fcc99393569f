package id.go.cirebonkab.lajur.shared;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who does something. Rooms take an actor, never an account.
 *
 * @param id the account's id; {@code null} for the system itself (intake, relay, jobs)
 * @param role the one role; {@code null} for the system itself
 * @param agencyCodes the agencies whose cases an officer reads; empty for everybody else
 * @param officerId the officer whom the account belongs to, who acts by his or her surat tugas; {@code null} for everybody
 *     else
 */
public record Actor(
        @Nullable Long id,
        String name,
        @Nullable Role role,
        Set<String> agencyCodes,
        @Nullable Long officerId) {

    public Actor {
        agencyCodes = Set.copyOf(agencyCodes);
    }

    /** Somebody who is no officer. */
    public Actor(@Nullable Long id, String name, @Nullable Role role, Set<String> agencyCodes) {
        this(id, name, role, agencyCodes, null);
    }

    /** The part of the system that acts by itself, such as {@code intake} or {@code relay}. */
    public static Actor system(String room) {
        return new Actor(null, room, null, Set.of());
    }

    public boolean is(Role wanted) {
        return role == wanted;
    }

    /** The same person, with these of his or her agencies and no others. */
    public Actor only(Set<String> codes) {
        return new Actor(
                id, name, role, agencyCodes.stream().filter(codes::contains).collect(Collectors.toSet()), officerId);
    }

    public boolean actsFor(@Nullable String agencyCode) {
        return agencyCode != null && agencyCodes.contains(agencyCode);
    }
}
