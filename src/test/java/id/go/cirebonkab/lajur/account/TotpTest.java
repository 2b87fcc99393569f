package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    private static final Totp OF_THE_RFC =
            new Totp(new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));
    private static final Instant NOW = Instant.parse("2026-11-29T01:00:10Z");

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(OF_THE_RFC.codeAt(Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, 0, 30})
    void aTelephoneMayBeAStepOff(int seconds) {
        var then = NOW.plusSeconds(seconds);

        assertThat(OF_THE_RFC.stepOf(OF_THE_RFC.codeAt(then), NOW)).hasValue(then.getEpochSecond() / 30);
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 60, 3_600})
    void andNoMore(int seconds) {
        assertThat(OF_THE_RFC.stepOf(OF_THE_RFC.codeAt(NOW.plusSeconds(seconds)), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "😀"})
    void whatIsNoCodeIsNone(String typed) {
        assertThat(OF_THE_RFC.stepOf(typed, NOW)).isEmpty();
    }

    @Test
    void aSecretIsNewEachTimeAndReadsInGroupsOfFour() {
        assertThat(Totp.fresh().secret())
                .matches("[A-Z2-7]{32}")
                .isNotEqualTo(Totp.fresh().secret());
        assertThat(new Totp("ABCDEFGHIJ").inGroups()).isEqualTo("ABCD EFGH IJ");
    }

    @Test
    void itIsNotWrittenIntoLogs() {
        assertThat(OF_THE_RFC).asString().doesNotContain(OF_THE_RFC.secret());
    }
}
