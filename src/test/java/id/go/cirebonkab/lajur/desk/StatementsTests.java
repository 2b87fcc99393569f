package id.go.cirebonkab.lajur.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.Report;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.support.Browser;
import id.go.cirebonkab.lajur.support.CountedStatements;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import id.go.cirebonkab.lajur.support.StandingClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

/**
 * How many statements a page sends, from the session to the last row. The numbers are exact: one that grows is a choice
 * to be made here, and none may depend on how many rows are shown.
 */
@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest
@AutoConfigureMockMvc
class StatementsTests {

    private static final Actor ADMIN = new Actor(1L, "Admin", Role.DISTRICT_ADMIN, Set.of());
    private static final String OF_ONE_CASE = "bapenda";
    private static final String OF_MANY_CASES = "bps";
    private static final int PAGE = 50;
    private static final long FIRST = 5_000;

    /** The session is one of these. */
    private static final int QUEUE = 3;

    /** One of these writes down who reads it. */
    private static final int CASE = 12;

    private static final int DASHBOARD = 6;

    @Autowired
    private MockMvc http;

    @Autowired
    private CountedStatements statements;

    @Autowired
    private StandingClock systemClock;

    @TestConfiguration
    static class Counting {

        @Bean
        static BeanPostProcessor countStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("dataSource") ? new CountedStatements((DataSource) bean) : bean;
                }
            };
        }

        /** So that a page is counted with its session read anew exactly where the test says so. */
        @Bean
        @Primary
        StandingClock standingClock() {
            return new StandingClock();
        }
    }

    @BeforeAll
    static void oneAgencyHasOneCaseAndAnotherMany(
            @Autowired ComplaintCommands complaints, @Autowired DomainClock clock) {
        for (var number = FIRST; number <= FIRST + PAGE; number++) {
            var id = new TrackingId(number);
            complaints.take(
                    new Report(
                            id,
                            "Jalan topas " + number,
                            "Berlubang.",
                            null,
                            null,
                            false,
                            false,
                            "Warga",
                            null,
                            null,
                            null,
                            null,
                            "once " + number),
                    List.of(),
                    Actor.system("intake"),
                    clock.now());
            complaints.forward(id, null, number == FIRST ? OF_ONE_CASE : OF_MANY_CASES, List.of(), null, ADMIN);
        }
    }

    @Test
    void theQueueSendsAsManyForOneRowAsForAPage() throws Exception {
        assertThat(rowsOf("admin", "/pengaduan?perangkat=" + OF_ONE_CASE)).isEqualTo(1);
        assertThat(rowsOf("admin", "/pengaduan?perangkat=" + OF_MANY_CASES)).isEqualTo(PAGE);

        assertThat(statementsOf("admin", "/pengaduan?perangkat=" + OF_ONE_CASE)).isEqualTo(QUEUE);
        assertThat(statementsOf("admin", "/pengaduan?perangkat=" + OF_MANY_CASES))
                .isEqualTo(QUEUE);
        assertThat(statementsOf("admin", "/pengaduan")).isEqualTo(QUEUE);
    }

    @Test
    void theQueueOfAnOfficerSendsNoMore() throws Exception {
        assertThat(statementsOf("petugas.dputr", "/pengaduan")).isEqualTo(QUEUE);
    }

    @Test
    void aSearchSendsNoMore() throws Exception {
        assertThat(rowsOf("admin", "/pengaduan?q=topas")).isEqualTo(PAGE);

        assertThat(statementsOf("admin", "/pengaduan?q=topas")).isEqualTo(QUEUE);
        assertThat(statementsOf("admin", "/pengaduan?q=" + FIRST)).isEqualTo(QUEUE);
    }

    @Test
    void aCaseSendsAHandful() throws Exception {
        assertThat(statementsOf("admin", "/pengaduan/" + FIRST)).isEqualTo(CASE);
    }

    @Test
    void theDashboardSendsAHandfulForEverybody() throws Exception {
        assertThat(statementsOf("admin", "/dasbor")).isEqualTo(DASHBOARD);
        assertThat(statementsOf("pimpinan", "/dasbor")).isEqualTo(DASHBOARD);
        assertThat(statementsOf("petugas.dputr", "/dasbor")).isEqualTo(DASHBOARD);
    }

    @Test
    void aSessionIsNotReadTwiceWithinASecond() throws Exception {
        var browser = Browser.signedIn(http, "admin");
        systemClock.forward(Duration.ofMinutes(1));
        browser.open("/pengaduan");
        systemClock.forward(Duration.ofSeconds(2));

        assertThat(sentFor(browser, "/pengaduan")).isEqualTo(QUEUE);
        assertThat(sentFor(browser, "/pengaduan")).isEqualTo(QUEUE - 1);
    }

    private int statementsOf(String username, String path) throws Exception {
        var browser = Browser.signedIn(http, username);
        // The first page after signing in writes the session once more, and reads the directory for some seconds.
        systemClock.forward(Duration.ofMinutes(1));
        browser.open("/pengaduan");
        systemClock.forward(Duration.ofSeconds(2));
        return sentFor(browser, path);
    }

    private int sentFor(Browser browser, String path) throws Exception {
        var before = statements.count();
        browser.open(path).andExpect(status().isOk());
        return statements.count() - before;
    }

    private int rowsOf(String username, String path) throws Exception {
        var page = Browser.signedIn(http, username).open(path).andReturn().getResponse();
        return Jsoup.parse(page.getContentAsString())
                .select("[data-tracking-id]")
                .size();
    }
}
