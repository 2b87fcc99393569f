package id.go.cirebonkab.lajur.support;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Role;
import java.util.Set;

/** Who acts in the tests. The accounts of those with an id are there in the database of a {@link RoomTest}. */
public final class People {

    public static final Actor ADMIN = new Actor(1L, "Ani", Role.DISTRICT_ADMIN, Set.of());
    public static final Actor OTHER_ADMIN = new Actor(2L, "Budi", Role.DISTRICT_ADMIN, Set.of());
    public static final Actor SUPERVISOR = new Actor(3L, "Citra", Role.SUPERVISOR, Set.of());
    public static final Actor SYSTEM_ADMIN = new Actor(4L, "Dedi", Role.SYSTEM_ADMIN, Set.of());
    public static final Actor INTAKE = Actor.system("intake");
    public static final Actor RELAY = Actor.system("relay");

    private static final long OFFICER = 11;

    /** Holds a letter of every agency; see {@link Desk}. */
    static final long WITH_LETTERS = 2;

    private People() {}

    public static Actor officerOf(String... agencyCodes) {
        return new Actor(
                OFFICER, "Petugas " + String.join(", ", agencyCodes), Role.OFFICER, Set.of(agencyCodes), WITH_LETTERS);
    }
}
