package id.go.cirebonkab.lajur;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class HouseTests {

    private final ApplicationModules rooms = ApplicationModules.of(LajurApplication.class);

    @Test
    void theWallsBetweenTheRoomsHold() {
        rooms.verify();
    }
}
