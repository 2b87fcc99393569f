package id.go.cirebonkab.lajur.shared;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a spreadsheet, written out one by one: UTF-8 with a byte order mark, semicolons as Indonesian spreadsheets expect
 * them, every cell in quotation marks. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class Csv {

    private static final String FORMULA = "=+-@\t\r\n";

    private final Writer out;

    public Csv(OutputStream target) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        out.write('\uFEFF');
    }

    /** One row; {@code null} is an empty cell. */
    public void row(@Nullable Object... cells) throws IOException {
        for (var at = 0; at < cells.length; at++) {
            out.write(at == 0 ? "\"" : ";\"");
            out.write(cell(cells[at]));
            out.write('"');
        }
        out.write("\r\n");
    }

    private static String cell(@Nullable Object cell) {
        var text = cell == null ? "" : cell.toString();
        var quoted = text.replace("\"", "\"\"");
        return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? quoted : "'" + quoted;
    }

    /** Sends what is left. Not called when something has failed: half a file must not look like a whole one. */
    public void end() throws IOException {
        out.flush();
    }
}
