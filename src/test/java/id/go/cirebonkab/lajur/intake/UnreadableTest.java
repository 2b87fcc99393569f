package id.go.cirebonkab.lajur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.intake.Unreadable.Reason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableTest {

    @ParameterizedTest
    @ValueSource(strings = {"intake.properties", "intake_en.properties"})
    void everyReasonIsASentenceInBothLanguages(String file) throws IOException {
        var messages = new Properties();
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/messages/" + file))) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(messages.stringPropertyNames())
                .containsAll(
                        Arrays.stream(Reason.values()).map(Reason::messageKey).toList());
        for (var reason : Reason.values()) {
            var pattern = messages.getProperty(reason.messageKey());
            assertThat(MessageFormat.format(pattern, "x1x"))
                    .endsWith(".")
                    .doesNotContain("{")
                    .as("what is lost to the quoting of MessageFormat")
                    .isEqualTo(pattern.replace("{0}", "x1x"));
        }
    }

    @Test
    void theDetailIsOneShortLine() {
        var detail = new Unreadable(Reason.BAD_TIME, "a\u0000b\n" + "😀".repeat(500)).detail();
        assertThat(detail).startsWith("a\uFFFDb 😀").endsWith("😀…").doesNotContain("\n");
        assertThat(detail.codePointCount(0, detail.length())).isEqualTo(120);
    }
}
