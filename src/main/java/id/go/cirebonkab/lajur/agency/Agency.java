package id.go.cirebonkab.lajur.agency;

import org.jspecify.annotations.Nullable;

/**
 * A body that answers complaints.
 *
 * @param toConfirm the name was not yet seen in an official list
 */
public record Agency(
        String code,
        String name,
        AgencyKind kind,
        @Nullable String alias,
        @Nullable String regionCode,
        boolean toConfirm,
        boolean active) {

    /** Handles complaints berkadar pengawasan. */
    public static final String INSPEKTORAT = "inspektorat";

    /** Handles those in which the Inspektorat itself is accused. */
    public static final String SEKRETARIAT_DAERAH = "setda";

    /** The name for a list to choose from: it begins with what people call it, so that typing finds it. */
    public String optionName() {
        if (alias != null) {
            return alias + " – " + name;
        }
        return kind == AgencyKind.KECAMATAN ? name.replaceFirst("^(Kecamatan) (.+)", "$2 ($1)") : name;
    }

    /** The short name where there is one, else the full name. */
    public String shortName() {
        return alias == null ? name : alias;
    }
}
