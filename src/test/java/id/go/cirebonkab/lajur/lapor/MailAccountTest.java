package id.go.cirebonkab.lajur.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class MailAccountTest {

    @ParameterizedTest
    @CsvSource({
        "imaps://lapor:rahasia@mail.example:1993, imaps, mail.example, 1993, lapor, rahasia",
        "imaps://lapor:rahasia@mail.example, imaps, mail.example, 993, lapor, rahasia",
        "imap://lapor:rahasia@127.0.0.1:3143/, imap, 127.0.0.1, 3143, lapor, rahasia",
        "imap://lapor:rahasia@localhost, imap, localhost, 143, lapor, rahasia",
        "imap://lapor:rahasia@[::1]:3143, imap, ::1, 3143, lapor, rahasia",
        "imaps://lapor@kab.example:p@s:s/w#r+d@mail.example, imaps, mail.example, 993, lapor@kab.example, p@s:s/w#r+d",
        "imaps://a%40b:%25%3A%C3%A9@mail.example, imaps, mail.example, 993, a@b, %:é"
    })
    void isReadFromItsUrl(String url, String protocol, String host, int port, String user, String password) {
        var account = MailAccount.read(url);

        assertThat(account).isEqualTo(new MailAccount(protocol, host, port, user, password));
        assertThat(account.toString()).doesNotContain(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imap://lapor:s3kali@mail.example:143",
                "imap://lapor:s3kali@127.0.0.1.mail.example",
                "imap://lapor:s3kali@10.0.0.5",
                "pop3://lapor:s3kali@mail.example",
                "imaps://lapor@mail.example",
                "imaps://mail.example",
                "imaps://lapor:s3kali@mail.example:99999",
                "imaps://lapor:s3kali@mail.example:0",
                "imaps://lapor:s3kali@mail.example/INBOX",
                "imaps://lapor:s3kali%zz@mail.example",
                "s3kali"
            })
    void isRefusedWithASentenceAndWithoutThePassword(String url) {
        var refused = catchThrowableOfType(UnusableMailbox.class, () -> MailAccount.read(url));

        assertThat(refused).hasMessageStartingWith("lajur.lapor.mailbox.url").hasNoCause();
        assertThat(refused.getMessage()).doesNotContain("s3kali");
    }

    @ParameterizedTest
    @CsvSource({
        "lajur.lapor.mailbox.url=imap://lapor:s3kali@mail.example, must be imaps://",
        "lajur.lapor.mailbox.url=imaps://lapor:s3kali%zz@mail.example, write % itself as %25",
        "lajur.lapor.mailbox.senders=lapor.example, takes addresses and @domains"
    })
    void stopsTheStartWithThatSentence(String setting, String sentence, CapturedOutput output) {
        var application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        catchThrowableOfType(Exception.class, () -> application.run("--" + setting));

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START", sentence)
                .doesNotContain("s3kali");
    }

    @Test
    void theSettingsShowNoPassword() {
        var duration = Duration.ZERO;
        assertThat(new MailboxSettings(
                                "imaps://lapor:s3kali@mail.example",
                                "INBOX",
                                duration,
                                List.of(),
                                duration,
                                duration,
                                duration)
                        .toString())
                .doesNotContain("s3kali");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MailboxSettings.class)
    @Import({MailboxAddress.class, KnownSenders.class})
    static class Parts {}
}
