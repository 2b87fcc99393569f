package id.go.cirebonkab.lajur.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void aRowIsQuotedAndSeparatedBySemicolons() throws IOException {
        assertThat(written("a;b", null, 7, "kata \"ini\"\nbaris"))
                .isEqualTo("\uFEFF\"a;b\";\"\";\"7\";\"kata \"\"ini\"\"\nbaris\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void noCellIsAFormula(String cell) throws IOException {
        assertThat(written(cell)).isEqualTo("\uFEFF\"'" + cell + "\"\r\n");
    }

    private static String written(Object... cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var csv = new Csv(bytes);
        csv.row(cells);
        csv.end();
        return bytes.toString(UTF_8);
    }
}
