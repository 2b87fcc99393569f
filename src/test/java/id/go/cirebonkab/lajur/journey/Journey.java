package id.go.cirebonkab.lajur.journey;

import id.go.cirebonkab.lajur.support.OwnDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** One application for all the stories, the portal alive at the beginning and the end of each. */
@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lajur.simulasi.lambat=3s",
            "lajur.relay.longest-pause=2s",
            // Quick, and yet stronger than something.
            "lajur.account.bcrypt-strength=5"
        })
abstract class Journey {

    @LocalServerPort
    int port;

    Stage given;
    Stage when;
    Stage then;

    @Autowired
    private JdbcClient database;

    /** Of one address and a few names all the stories sign in. */
    @BeforeEach
    void everythingIsForgiven() {
        database.sql("delete from attempt").update();
    }

    @BeforeEach
    void theCurtainRises() {
        given = when = then = Stage.at(port);
    }

    @AfterEach
    void thePortalIsBack() {
        given.portal().is("NORMAL");
    }
}
