package id.go.cirebonkab.lajur.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+62 812", "-1", "@kanal", "\t=1", "\r=1", "'=1", "''+x", "'biasa", "biasa", "", "a=b"})
    void whatASpreadsheetWouldRunGoesOutHarmlessAndComesBackAsItWas(String cell) throws IOException {
        var sheet = new Sheet(List.of("nama", "lain"), List.of(new Sheet.Line(2, Map.of("nama", cell, "lain", "x"))));

        assertThat(Sheet.escaped(cell)).doesNotMatch("(?s)[=+\\-@\t\r].*");
        assertThat(Sheet.unescaped(Sheet.escaped(cell))).isEqualTo(cell);
        for (var xlsx : List.of(true, false)) {
            var file = new ByteArrayOutputStream();
            if (xlsx) {
                sheet.writeXlsx(file);
            } else {
                sheet.writeCsv(file);
            }
            var back = Sheet.read(file.toByteArray());
            assertThat(Fields.tidy(back.lines().get(0).cell("nama"))).isEqualTo(Fields.tidy(cell));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b\n1;2\n", "a,b\n1,2\n", "\ufeffa;b\r\n1;2", "\ufeff\"a\",\"b\"\r\n\"1\",\"2\"\r\n\r\n"})
    void commaOrSemicolonWithOrWithoutAMark(String csv) {
        var sheet = Sheet.read(csv.getBytes(StandardCharsets.UTF_8));

        assertThat(sheet.columns()).containsExactly("a", "b");
        assertThat(sheet.lines()).containsExactly(new Sheet.Line(2, Map.of("a", "1", "b", "2")));
    }

    @Test
    void aCellOfSeveralLinesCountsThemAll() {
        var sheet = Sheet.read("a;b\n\"1\n2\";3\n4;5".getBytes(StandardCharsets.UTF_8));

        assertThat(sheet.lines()).extracting(Sheet.Line::number).containsExactly(2L, 4L);
    }

    @Test
    void whatIsNoTableIsRefusedWithItsReason() throws IOException {
        refuses(new byte[0], "empty");
        refuses("nama\n\u00e9".getBytes(StandardCharsets.ISO_8859_1), "encoding");
        refuses("PK\3\4 bukan lembar kerja".getBytes(StandardCharsets.UTF_8), "broken");
        refuses(new byte[Sheet.LARGEST + 1], "large");
        refuses(("a\n" + "1\n".repeat(Sheet.MOST_LINES + 1)).getBytes(StandardCharsets.UTF_8), "lines");
        refuses(";".repeat(60).concat("x").getBytes(StandardCharsets.UTF_8), "columns");
        refuses(("a\n" + "x".repeat(3_000)).getBytes(StandardCharsets.UTF_8), "cell");
    }

    @Test
    void aWorkbookThatUnpacksToVeryMuchIsNotRead() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1024 * 1024];
            for (var mebibytes = 0; mebibytes < 50; mebibytes++) {
                zip.write(zeros);
            }
        }
        assertThat(bomb.size()).isLessThan(Sheet.LARGEST);

        refuses(bomb.toByteArray(), "large");
    }

    private static void refuses(byte[] file, String why) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Sheet.read(file))
                .extracting(InvalidInput::messageKey)
                .isEqualTo("agency.import.invalid." + why);
    }
}
