package id.go.cirebonkab.lajur.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

class PublicAddressTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void aMailServerWithoutAPublicAddressIsRefusedWithASentence() {
        assertThatThrownBy(() -> address(true, null))
                .isInstanceOf(NoPublicUrlException.class)
                .hasMessageContaining("A mail server is configured, but lajur.public-url is not.")
                .hasMessageContaining("Set lajur.public-url");
    }

    @Test
    void withoutAMailServerNothingIsNeeded() {
        assertThat(address(false, null).url()).isEmpty();
    }

    @Test
    void theSenderIsOfTheHostUnlessItIsGiven() {
        environment.setProperty("lajur.public-url", "https://lajur.cirebonkab.go.id/");

        assertThat(address(true, null).sender()).hasToString("lajur@lajur.cirebonkab.go.id");
        assertThat(address(true, null).url()).hasValue("https://lajur.cirebonkab.go.id");
        assertThat(address(true, "Meja <meja@cirebonkab.go.id>").senderHost()).isEqualTo("cirebonkab.go.id");
        assertThatThrownBy(() -> address(true, "bukan alamat")).isInstanceOf(NoPublicUrlException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lajur.go.id", "ftp://lajur.go.id", "https:///x", "https://a b", "https://a.id/?x=1"})
    void whatNoLinkCanBeginWithIsRefused(String written) {
        environment.setProperty("lajur.public-url", written);

        assertThatThrownBy(() -> address(true, null)).hasMessageContaining("lajur.public-url is no address");
    }

    @Test
    void inTheDemonstrationLinksFollowThePortOfTheServer() {
        environment.setActiveProfiles("coba");
        var address = address(true, null);
        assertThat(address.url()).isEmpty();

        environment.setProperty("local.server.port", "8123");

        assertThat(address.url()).hasValue("http://127.0.0.1:8123");
    }

    private PublicAddress address(boolean hasMailServer, @Nullable String from) {
        var beans = new StaticListableBeanFactory(hasMailServer ? Map.of("sender", new JavaMailSenderImpl()) : Map.of());
        var settings = new NotifySettings(from, Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofMinutes(3));
        return new PublicAddress(environment, settings, beans.getBeanProvider(JavaMailSender.class));
    }
}
