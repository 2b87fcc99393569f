package id.go.cirebonkab.lajur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-06T20:00:00+07:00          | 2026-07-06T13:00:00Z",
                "2026-07-06T13:00:00Z               | 2026-07-06T13:00:00Z",
                "2026-07-06T22:00:00+0900           | 2026-07-06T13:00:00Z",
                "2026-07-06T20:00:00                | 2026-07-06T13:00:00Z",
                "2026-07-06T20:00                   | 2026-07-06T13:00:00Z",
                "2026-07-06 20:00:00                | 2026-07-06T13:00:00Z",
                "2026-07-06T20:00:00.123456789+07:00| 2026-07-06T13:00:00.123456Z",
                "06-07-2026 20:00:00                | 2026-07-06T13:00:00Z",
                "6/7/2026 20.00                     | 2026-07-06T13:00:00Z",
                "06.07.2026 20.00 WIB               | 2026-07-06T13:00:00Z",
                "6 Juli 2026 20.00 WIB              | 2026-07-06T13:00:00Z",
                "Senin, 6 Juli 2026 pukul 20.00 WIB | 2026-07-06T13:00:00Z",
                "Jum'at, 10 Jul 2026, 20:00         | 2026-07-10T13:00:00Z",
                "6 July 2026 - 20:00:00             | 2026-07-06T13:00:00Z",
                "6 Agustus 2026 22.00 WIT           | 2026-08-06T13:00:00Z",
                "6 Desember 2026 21.00 wita         | 2026-12-06T13:00:00Z",
                "6 Juli 2026                        | 2026-07-05T17:00:00Z",
                "2026-07-06                         | 2026-07-05T17:00:00Z",
                "1783342800                         | 2026-07-06T13:00:00Z",
                "1783342800.5                       | 2026-07-06T13:00:00.500Z",
                "29-02-2028 00:00:00                | 2028-02-28T17:00:00Z",
            })
    void aTimeIsReadAsItWasMeant(String written, Instant moment) {
        assertThat(WrittenTime.read(written)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kemarin",
                "31-02-2026 10:00:00",
                "29-02-2027 10:00:00",
                "06-13-2026 10:00:00",
                "2026-07-06T25:00:00",
                "2026-07-06T20:61:00",
                "2026-07-06T20:00:00+25:00",
                "6 Julember2026",
                "6 Xyz 2026",
                "1783342800000",
                "20260706",
                "06-07-26 20:00:00",
                "2026-07-06T20:00:00+07:00 dan lagi",
            })
    void whatIsNoTimeIsNotGuessed(String written) {
        assertThat(WrittenTime.read(written)).isEmpty();
    }
}
