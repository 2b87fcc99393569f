package id.go.cirebonkab.lajur.agency;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.StandingClock;
import java.time.Duration;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@RoomTest
class AgencyOptionsTests {

    @Autowired
    private AgencyOptions options;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StandingClock systemClock;

    @BeforeEach
    void inIndonesian() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("id"));
    }

    @AfterEach
    void asBefore() {
        systemClock.forward(Duration.ofMinutes(1));
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void everyAgencyCanBeChosenUnderWhatPeopleCallIt() {
        assertThat(html("").select("option")).hasSize(88);
        assertThat(html("").select("option[value=kec-weru]").text()).isEqualTo("Weru (Kecamatan)");
        assertThat(html("").select("option[selected]")).isEmpty();
        assertThat(html("dputr").select("option[selected]").eachAttr("value")).containsExactly("dputr");
    }

    @Test
    @Transactional
    void whereSomethingIsForwardedThoseWithoutAnOfficerSayIt() {
        jdbc.sql("update assignment_letter set withdrawn_on = valid_from where agency_code = 'kec-weru'")
                .update();
        systemClock.forward(Duration.ofSeconds(11));

        var options = Jsoup.parseBodyFragment("<select>" + this.options.htmlForForwarding("dputr") + "</select>");
        assertThat(options.select("option[value=kec-weru]").text()).startsWith("Weru (Kecamatan) – ");
        assertThat(options.select("option[selected]").eachText())
                .containsExactly(html("dputr").select("option[value=dputr]").text());
        assertThat(html("").select("option[value=kec-weru]").text()).isEqualTo("Weru (Kecamatan)");
    }

    @Test
    void whatIsNoCodeSelectsNothingAndAddsNothing() {
        var plain = options.html("");

        assertThat(options.html("\"><script>alert(1)</script>")).isEqualTo(plain);
        assertThat(options.html("tidak-ada")).isEqualTo(plain);
        assertThat(options.html(null)).isEqualTo(plain);
    }

    @Test
    @Transactional
    void aNameIsEscapedAndAChangeShowsWithinSeconds() {
        options.html("");
        jdbc.sql("update agency set alias = null, name = 'Air & <b>Tanah</b> \"Baru\"' where code = 'dputr'")
                .update();
        systemClock.forward(Duration.ofSeconds(11));

        assertThat(options.html("")).contains("Air &amp; &lt;b&gt;Tanah&lt;/b&gt; &quot;Baru&quot;");
        assertThat(html("").select("option[value=dputr]").text()).isEqualTo("Air & <b>Tanah</b> \"Baru\"");
    }

    private Element html(String chosen) {
        return Jsoup.parseBodyFragment("<select>" + options.html(chosen) + "</select>")
                .body();
    }
}
