package id.go.cirebonkab.lajur.simulator;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A citizen's form as it was typed. Only the content must be there. */
record ReportForm(
        @Nullable String judul,
        @Nullable String isi,
        @Nullable String kategori,
        @Nullable String klasifikasi,
        @Nullable String tanggal,
        @Nullable String lokasi,
        @Nullable String nama,
        @Nullable String anonim,
        @Nullable String rahasia,
        @Nullable String lewat) {

    static final Set<String> CLASSIFICATIONS = Set.of("PENGAWASAN", "NON_PENGAWASAN", "ASPIRASI", "INFORMASI");

    /** Of contents, in characters. */
    static final int LONGEST = 10_000;

    private static final int LONGEST_LINE = 250;
    private static final Set<String> NO = Set.of("false", "0", "tidak", "off");

    static ReportForm empty() {
        return new ReportForm(null, null, null, null, null, null, null, null, null, null);
    }

    /** What can't be taken: the field, and the key of the sentence that says why. */
    Map<String, String> mistakes() {
        var mistakes = new LinkedHashMap<String, String>();
        if (content().isEmpty()) {
            mistakes.put("isi", "simulator.invalid.content.missing");
        }
        if (content().length() > LONGEST) {
            mistakes.put("isi", "simulator.invalid.content.long");
        }
        Map.of("judul", tidy(judul), "kategori", tidy(kategori), "lokasi", tidy(lokasi), "nama", tidy(nama))
                .forEach((field, typed) -> {
                    if (typed.length() > LONGEST_LINE) {
                        mistakes.put(field, "simulator.invalid.line.long");
                    }
                });
        if (classification() != null && !CLASSIFICATIONS.contains(classification())) {
            mistakes.put("klasifikasi", "simulator.invalid.classification");
        }
        if (!tidy(tanggal).isEmpty() && dateOfIncident() == null) {
            mistakes.put("tanggal", "simulator.invalid.date");
        }
        if (lewat != null && !lewat.isBlank() && Way.read(lewat).isEmpty()) {
            mistakes.put("lewat", "simulator.invalid.way");
        }
        return mistakes;
    }

    @Nullable
    String title() {
        return line(judul);
    }

    String content() {
        return tidy(isi);
    }

    @Nullable
    String category() {
        return line(kategori);
    }

    @Nullable
    String classification() {
        return line(klasifikasi);
    }

    @Nullable
    LocalDate dateOfIncident() {
        return PortalTime.readDay(tidy(tanggal)).orElse(null);
    }

    @Nullable
    String location() {
        return line(lokasi);
    }

    @Nullable
    String reporterName() {
        return line(nama);
    }

    public boolean anonymous() {
        return isTicked(anonim);
    }

    public boolean secret() {
        return isTicked(rahasia);
    }

    /** By mail, unless another way was chosen. */
    public Way way() {
        return Way.read(lewat).orElse(Way.SUREL);
    }

    /** Without control characters, which a database does not take, and with one kind of line end. */
    static String tidy(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replaceAll("\\r\\n?", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                        .strip();
    }

    private static @Nullable String line(@Nullable String typed) {
        var line = tidy(typed).replace('\n', ' ');
        return line.isEmpty() ? null : line;
    }

    private static boolean isTicked(@Nullable String box) {
        return box != null && !box.isBlank() && !NO.contains(box.strip().toLowerCase(Locale.ROOT));
    }
}
