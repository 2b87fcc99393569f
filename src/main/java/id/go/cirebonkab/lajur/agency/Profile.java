package id.go.cirebonkab.lajur.agency;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is recorded of an agency and can be edited.
 *
 * @param aliases other names by which people look for it
 * @param parent the code of the agency above it
 * @param toConfirm the name was not yet seen in an official list
 */
record Profile(
        String code,
        String name,
        AgencyKind kind,
        @Nullable String alias,
        List<String> aliases,
        @Nullable String parent,
        @Nullable String regionCode,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String whatsapp,
        @Nullable String address,
        @Nullable String headName,
        @Nullable String headPosition,
        @Nullable String headNip,
        boolean toConfirm) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern NIP = Pattern.compile("[0-9]{18}");
    /** Would be paths of the registry itself. */
    private static final List<String> RESERVED = List.of("baru", "impor", "ekspor");

    private static final int MOST_ALIASES = 10;

    /** Reads a form or a row; what is wrong is in {@code typed}. */
    static Profile read(Fields typed) {
        var code = typed.needed("kode", "agency.invalid.code").toLowerCase(Locale.ROOT);
        if (!code.isEmpty() && (!CODE.matcher(code).matches() || RESERVED.contains(code))) {
            typed.wrong("kode", "agency.invalid.code");
        }
        var name = typed.needed("nama", "agency.invalid.agency.name");
        var kind = typed.oneOf(AgencyKind.class, "jenis", "agency.invalid.kind");
        var parent = typed.optional("induk");
        var nip = typed.optional("nip");
        if (nip != null) {
            nip = nip.replace(" ", "");
            if (!NIP.matcher(nip).matches()) {
                typed.wrong("nip", "agency.invalid.nip");
            }
        }
        return new Profile(
                code,
                name,
                kind == null ? AgencyKind.LEMBAGA_LAIN : kind,
                typed.optional("singkatan"),
                aliases(typed),
                parent,
                typed.optional("wilayah"),
                typed.phone("telepon"),
                typed.email("surel"),
                typed.phone("whatsapp"),
                typed.optional("alamat"),
                typed.optional("pimpinan"),
                typed.optional("jabatan"),
                nip,
                typed.yes("konfirmasi"));
    }

    private static List<String> aliases(Fields typed) {
        var written = typed.optional("alias");
        var aliases = written == null
                ? List.<String>of()
                : Arrays.stream(written.split(";"))
                        .map(Fields::tidy)
                        .filter(alias -> alias != null)
                        .distinct()
                        .sorted()
                        .toList();
        if (aliases.size() > MOST_ALIASES) {
            typed.wrong("alias", "agency.invalid.aliases", MOST_ALIASES);
        }
        return aliases;
    }

    /** As forms and files name it. */
    Map<String, @Nullable String> fields() {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("kode", code);
        fields.put("nama", name);
        fields.put("jenis", kind.name());
        fields.put("singkatan", alias);
        fields.put("alias", aliases.isEmpty() ? null : String.join("; ", aliases));
        fields.put("induk", parent);
        fields.put("wilayah", regionCode);
        fields.put("telepon", phone);
        fields.put("surel", email);
        fields.put("whatsapp", whatsapp);
        fields.put("alamat", address);
        fields.put("pimpinan", headName);
        fields.put("jabatan", headPosition);
        fields.put("nip", headNip);
        fields.put("konfirmasi", toConfirm ? "ya" : "tidak");
        return fields;
    }
}
