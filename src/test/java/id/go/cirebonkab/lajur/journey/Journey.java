package id.go.cirebonkab.lajur.journey;

import id.go.cirebonkab.lajur.support.OwnDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** One application for all the stories, the portal alive at the beginning and the end of each. */
@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lajur.simulasi.lambat=3s", "lajur.relay.longest-pause=2s"})
abstract class Journey {

    @LocalServerPort
    int port;

    Stage given;
    Stage when;
    Stage then;

    @BeforeEach
    void theCurtainRises() {
        given = when = then = Stage.at(port);
    }

    @AfterEach
    void thePortalIsBack() {
        given.portal().is("NORMAL");
    }
}
