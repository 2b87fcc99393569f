package id.go.cirebonkab.lajur.agency;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A table as a file, CSV or XLSX, in and out.
 *
 * <p>A cell that a spreadsheet would take for a formula goes out behind an apostrophe, and comes back without it.
 *
 * @param columns the names of the columns
 * @param lines the rows below them
 */
record Sheet(List<String> columns, List<Line> lines) {

    /** In bytes. */
    static final int LARGEST = 2 * 1024 * 1024;

    static final int MOST_LINES = 5_000;
    private static final int MOST_COLUMNS = 50;
    private static final int LONGEST_CELL = 2_000;
    /** Of what is inside a workbook, in bytes: one that unpacks to more is no registry. */
    private static final long LARGEST_UNPACKED = 40L * 1024 * 1024;

    private static final int MOST_PARTS = 200;
    private static final String FIELD = "berkas";
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    /** @param number in the file, as a spreadsheet counts: the columns' names are on 1 */
    record Line(long number, Map<String, String> cells) {

        @Nullable
        String cell(String column) {
            return cells.get(column);
        }
    }

    /** @throws InvalidInput when it is no table, or too large */
    static Sheet read(byte[] file) {
        if (file.length > LARGEST) {
            throw new InvalidInput(FIELD, "agency.import.invalid.large", LARGEST / 1024 / 1024);
        }
        var isWorkbook = file.length > 4 && file[0] == 'P' && file[1] == 'K';
        try {
            return table(isWorkbook ? workbook(file) : csv(file));
        } catch (IOException | CsvParseException | UncheckedIOException broken) {
            throw new InvalidInput(FIELD, "agency.import.invalid.broken");
        }
    }

    private record Row(long number, List<String> cells) {}

    private static List<Row> csv(byte[] file) throws IOException {
        var text = decoded(file);
        var firstLine = text.lines().findFirst().orElse("");
        var separator = firstLine.chars().filter(c -> c == ';').count()
                        >= firstLine.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
        var rows = new ArrayList<Row>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            for (var line : reader) {
                add(rows, new Row(line.getStartingLineNumber(), line.getFields()));
            }
        }
        return rows;
    }

    private static String decoded(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidInput(FIELD, "agency.import.invalid.encoding");
        }
    }

    private static List<Row> workbook(byte[] file) throws IOException {
        refuseBomb(file);
        var rows = new ArrayList<Row>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var lines = workbook.getFirstSheet().openStream()) {
            for (var each = lines.iterator(); each.hasNext(); ) {
                var line = each.next();
                if (line.getCellCount() > MOST_COLUMNS) {
                    throw new InvalidInput(FIELD, "agency.import.invalid.columns", MOST_COLUMNS);
                }
                var cells = new ArrayList<String>();
                for (var column = 0; column < line.getCellCount(); column++) {
                    cells.add(text(line.getOptionalCell(column).orElse(null)));
                }
                add(rows, new Row(line.getRowNum(), cells));
            }
            return rows;
        } catch (InvalidInput known) {
            throw known;
        } catch (RuntimeException broken) {
            throw new IOException("no workbook", broken);
        }
    }

    /** Unpacks it once, for the size alone, before anything is made of it. */
    private static void refuseBomb(byte[] file) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            var buffer = new byte[64 * 1024];
            var unpacked = 0L;
            var parts = 0;
            for (var entry : Collections.list(zip.getEntries())) {
                try (var content = zip.getInputStream(entry)) {
                    for (int read; (read = content.read(buffer)) > 0; ) {
                        unpacked += read;
                        if (unpacked > LARGEST_UNPACKED) {
                            throw new InvalidInput(FIELD, "agency.import.invalid.large", LARGEST / 1024 / 1024);
                        }
                    }
                }
                if (++parts > MOST_PARTS) {
                    throw new InvalidInput(FIELD, "agency.import.invalid.large", LARGEST / 1024 / 1024);
                }
            }
        }
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            var format = cell.getDataFormatString();
            return format != null && format.toLowerCase(Locale.ROOT).contains("y")
                    ? cell.asDate().toLocalDate().toString()
                    : cell.asNumber().toPlainString();
        }
        return Objects.requireNonNullElse(cell.getText(), "");
    }

    private static void add(List<Row> rows, Row row) {
        if (row.cells().stream().allMatch(String::isBlank)) {
            return;
        }
        if (rows.size() > MOST_LINES) {
            throw new InvalidInput(FIELD, "agency.import.invalid.lines", MOST_LINES);
        }
        if (row.cells().size() > MOST_COLUMNS) {
            throw new InvalidInput(FIELD, "agency.import.invalid.columns", MOST_COLUMNS);
        }
        if (row.cells().stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw new InvalidInput(FIELD, "agency.import.invalid.cell", row.number(), LONGEST_CELL);
        }
        rows.add(row);
    }

    private static Sheet table(List<Row> rows) {
        if (rows.isEmpty()) {
            throw new InvalidInput(FIELD, "agency.import.invalid.empty");
        }
        var columns = rows.get(0).cells().stream().map(String::strip).toList();
        var lines = new ArrayList<Line>();
        for (var row : rows.subList(1, rows.size())) {
            var cells = new LinkedHashMap<String, String>();
            for (var at = 0; at < columns.size() && at < row.cells().size(); at++) {
                cells.putIfAbsent(columns.get(at), unescaped(row.cells().get(at)));
            }
            lines.add(new Line(row.number(), cells));
        }
        return new Sheet(columns, lines);
    }

    /** With semicolons, as spreadsheets in Indonesian expect, and a mark that says it is UTF-8. */
    void writeCsv(OutputStream target) throws IOException {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(columns);
            lines.forEach(line -> csv.writeRecord(
                    columns.stream().map(column -> out(line, column)).toList()));
        }
        target.write(("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
    }

    void writeXlsx(OutputStream target) throws IOException {
        try (var workbook = new Workbook(target, "Lajur", "1.0")) {
            var sheet = workbook.newWorksheet("Lajur");
            for (var column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column));
                for (var line = 0; line < lines.size(); line++) {
                    sheet.value(line + 1, column, out(lines.get(line), columns.get(column)));
                }
            }
        }
    }

    private static String out(Line line, String column) {
        return escaped(Objects.requireNonNullElse(line.cell(column), ""));
    }

    static String escaped(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String unescaped(String cell) {
        return ESCAPED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
