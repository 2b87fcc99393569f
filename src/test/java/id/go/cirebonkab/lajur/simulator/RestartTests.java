package id.go.cirebonkab.lajur.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.relay.Portal;
import id.go.cirebonkab.lajur.relay.Portal.Kind;
import id.go.cirebonkab.lajur.relay.Portal.Parcel;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class RestartTests {

    private static final Parcel ANSWER =
            new Parcel(new TrackingId(7001), Kind.FOLLOW_UP, "Sudah selesai", false, List.of());

    @Test
    void whatWasTakenTheStateAndTheClockSurvive() throws Exception {
        var database = TestDatabase.fresh();
        try (var first = started(database)) {
            first.getBean(MovableDomainClock.class).forward(Duration.ofHours(30));
            first.getBean(Portal.class).hand(ANSWER);
            first.getBean(SimulatedPortal.class).switchTo(PortalState.LAMBAT);
        }

        try (var second = started(database)) {
            assertThat(second.getBean(DomainClock.class).ahead()).isEqualTo(Duration.ofHours(30));
            assertThat(second.getBean(Portal.class).count(ANSWER)).isEqualTo(1);
            assertThat(second.getBean(SimulatedPortal.class).state()).isEqualTo(PortalState.LAMBAT);
        }
    }

    private static ConfigurableApplicationContext started(TestDatabase database) {
        return new SpringApplicationBuilder(SimulatorTests.Imitation.class)
                .profiles("coba")
                .run(
                        "--server.port=0",
                        "--lajur.database=url",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + TestDatabase.APP,
                        "--spring.datasource.password=" + database.appPassword(),
                        "--spring.flyway.url=" + database.url(),
                        "--spring.flyway.user=" + TestDatabase.OWNER,
                        "--spring.flyway.password=" + database.ownerPassword());
    }
}
