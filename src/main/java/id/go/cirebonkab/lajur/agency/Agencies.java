package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The directory of agencies. */
@Repository
public class Agencies {

    static final String COLUMNS = "code, name, kind, alias, region_code, to_confirm, active";

    private final JdbcClient jdbc;

    Agencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Agency> find(String code) {
        return jdbc.sql("select " + COLUMNS + " from agency where code = :code")
                .param("code", code)
                .query(Agency.class)
                .optional();
    }

    /** @throws InvalidInput naming the field when the code is missing, unknown or of a closed agency */
    public String requireActive(@Nullable String code, String field) {
        if (code == null || code.isBlank()) {
            throw new InvalidInput(field, "agency.invalid.missing");
        }
        return find(code.strip())
                .filter(Agency::active)
                .map(Agency::code)
                .orElseThrow(() -> new InvalidInput(field, "agency.invalid.unknown", code.strip()));
    }

    /**
     * An agency as listed.
     *
     * @param pics how many officers hold a surat tugas that is valid on the day asked for
     */
    public record DirectoryRow(
            String code,
            String name,
            AgencyKind kind,
            @Nullable String alias,
            boolean toConfirm,
            boolean active,
            long pics) {}

    /**
     * All agencies, closed ones too, by kind and name.
     *
     * @param words a part of a name, alias or code; empty for all
     * @param day on which a surat tugas has to be valid, WIB
     */
    public List<DirectoryRow> directory(String words, LocalDate day) {
        return jdbc.sql("""
                        select code, name, kind, alias, to_confirm, active,
                               (select count(distinct m.officer_id) from mandate m
                                where m.agency_code = agency.code and m.stands_in_for is null
                                and :day between m.valid_from and m.valid_until) as pics
                        from agency
                        where position(lower(:words) in lower(concat_ws(' ', name, alias, code))) > 0
                        order by array_position(array['SKPD', 'KECAMATAN', 'UNIT', 'BUMD', 'INSTANSI_VERTIKAL'], kind)
                                 nulls last, name""")
                .param("words", words)
                .param("day", day)
                .query(DirectoryRow.class)
                .list();
    }

    /** Those of the given agencies for which nobody holds a surat tugas valid on that day (WIB). */
    public Set<String> withoutPic(Collection<String> codes, LocalDate day) {
        if (codes.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("""
                        select code from agency where code in (:codes) and not exists (
                            select from mandate m where m.agency_code = agency.code
                            and :day between m.valid_from and m.valid_until)""")
                .param("codes", codes)
                .param("day", day)
                .query(String.class)
                .set();
    }
}
