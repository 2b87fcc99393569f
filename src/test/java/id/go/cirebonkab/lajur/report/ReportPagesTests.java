package id.go.cirebonkab.lajur.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.Report;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.sla.ClockHand;
import id.go.cirebonkab.lajur.support.Browser;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

@OwnDatabase
@ActiveProfiles("coba")
@SpringBootTest
@AutoConfigureMockMvc
class ReportPagesTests {

    private static final long LATE = 4_711;

    @Autowired
    private MockMvc http;

    /** One complaint came twenty days ago and was never forwarded. */
    @BeforeAll
    static void somethingIsLate(
            @Autowired ComplaintCommands complaints,
            @Autowired DomainClock clock,
            @Autowired ApplicationContext context) {
        complaints.take(
                new Report(
                        new TrackingId(LATE),
                        "Jalan rusak di Sumber",
                        "Berlubang.",
                        null,
                        null,
                        false,
                        true,
                        "Warga",
                        null,
                        null,
                        null,
                        null,
                        "once"),
                List.of(),
                Actor.system("intake"),
                clock.now().minus(Duration.ofDays(20)));
        ClockHand.flag(context);
    }

    @Test
    void theDashboardSaysFirstOfAllWhoIsLate() throws Exception {
        var page = page(Browser.signedIn(http, "admin"), "/dasbor");

        assertThat(page.select("main a, main [data-figure]").first().attr("data-figure"))
                .isEqualTo("late");
        assertThat(page.select("a[data-figure=late]").attr("href")).isEqualTo("/pengaduan?tenggat=lewat");
        assertThat(page.select("tr[data-owner=DESK] a").eachAttr("href"))
                .contains("/pengaduan?status=RECEIVED&tenggat=lewat");
        assertThat(page.select("tr[data-tracking-id=" + LATE + "] a").attr("href"))
                .isEqualTo("/pengaduan/" + LATE);
        assertThat(page.select("[style], script:not([src])")).isEmpty();
    }

    @Test
    void nothingOfAComplaintsContentStandsThere() throws Exception {
        for (var who : List.of("admin", "pimpinan")) {
            assertThat(page(Browser.signedIn(http, who), "/dasbor").text()).doesNotContain("Jalan rusak", "Warga");
        }
    }

    @Test
    void anOfficersDashboardIsCalmWhenOnlyOthersAreLate() throws Exception {
        var page = page(Browser.signedIn(http, "petugas.dputr"), "/dasbor");

        assertThat(page.select("[data-figure=late]").text()).contains("Tidak ada yang lewat tenggat");
        assertThat(page.select("[data-owner]")).isEmpty();
        assertThat(page.select(".bg-red, .text-red")).isEmpty();
    }

    @Test
    void theKeeperOfTheSystemHasNoDashboard() throws Exception {
        Browser.signedIn(http, "sistem").open("/dasbor").andExpect(status().isForbidden());
    }

    @Test
    void thePublicPageNeedsNoSessionAndMayBeCached() throws Exception {
        Browser.ofAStranger(http)
                .open("/transparansi")
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=300, public"))
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    @Test
    void thePageOfSomebodySignedInIsNotForOthers() throws Exception {
        var cached = Browser.signedIn(http, "admin")
                .open("/transparansi")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getHeader("Cache-Control");

        assertThat(cached).contains("no-store");
    }

    private static Document page(Browser browser, String path) throws Exception {
        return Jsoup.parse(browser.open(path)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
