package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    boolean isActive(String code) {
        return find(code).filter(Agency::active).isPresent();
    }

    /**
     * The code of an agency that stays active until the caller's transaction has ended.
     *
     * @throws InvalidInput naming the field when the code is missing, unknown or of a closed agency
     */
    public String requireActive(@Nullable String code, String field) {
        if (code == null || code.isBlank()) {
            throw new InvalidInput(field, "agency.invalid.missing");
        }
        return jdbc.sql("select " + COLUMNS + " from agency where code = :code for share")
                .param("code", code.strip())
                .query(Agency.class)
                .optional()
                .filter(Agency::active)
                .map(Agency::code)
                .orElseThrow(() -> new InvalidInput(field, "agency.invalid.unknown", code.strip()));
    }

    /**
     * An agency as listed.
     *
     * @param parentName of the agency above it
     * @param pics how many officers hold a surat tugas that is valid on the day asked for
     */
    public record DirectoryRow(
            String code,
            String name,
            AgencyKind kind,
            @Nullable String alias,
            @Nullable String parentName,
            boolean toConfirm,
            boolean active,
            long pics) {}

    /**
     * All agencies, closed ones too, by kind and name.
     *
     * @param words a part of a name that it has, had or is known by, of a name of one that was merged into it, or of its
     *     code; empty for all
     * @param withoutPic only active ones for which nobody holds a valid surat tugas
     * @param day on which a surat tugas has to be valid, WIB
     */
    public List<DirectoryRow> directory(String words, boolean withoutPic, LocalDate day) {
        return jdbc.sql("""
                        with listed as (
                            select code, name, kind, alias, to_confirm, active,
                                   (select coalesce(p.alias, p.name) from agency p where p.code = agency.parent_code) as parent_name,
                                   (select count(distinct m.officer_id) from mandate m
                                    where m.agency_code = agency.code and m.stands_in_for is null
                                    and :day between m.valid_from and m.valid_until) as pics
                            from agency
                            where position(lower(:words) in lower(concat_ws(' ', name, alias, code,
                                (select string_agg(a.alias, ' ') from agency_alias a where a.agency_code = agency.code),
                                (select string_agg(concat_ws(' ', f.name, f.alias), ' ') from former_name f
                                 where f.agency_code = agency.code),
                                (select string_agg(concat_ws(' ', m.name, m.alias), ' ') from agency m
                                 where m.merged_into = agency.code)))) > 0)
                        select * from listed where not :withoutPic or (active and pics = 0)
                        order by array_position(array['SKPD', 'KECAMATAN', 'UNIT', 'BUMD', 'INSTANSI_VERTIKAL'], kind)
                                 nulls last, name""")
                .param("words", words)
                .param("withoutPic", withoutPic)
                .param("day", day)
                .query(DirectoryRow.class)
                .list();
    }

    /**
     * Everything recorded of an agency.
     *
     * @param mergedInto the code of the agency that took over
     */
    record Recorded(
            Profile profile, boolean active, @Nullable String mergedInto, long version) {}

    private static final String RECORDED = """
            select a.*, coalesce(string_agg(n.alias, ';' order by n.alias), '') as aliases
            from agency a left join agency_alias n on n.agency_code = a.code\s""";

    Optional<Recorded> recorded(String code) {
        return jdbc.sql(RECORDED + "where a.code = ? group by a.code")
                .params(code)
                .query(Agencies::recorded)
                .optional();
    }

    List<Recorded> allRecorded() {
        return jdbc.sql(RECORDED + "group by a.code order by a.code")
                .query(Agencies::recorded)
                .list();
    }

    private static Recorded recorded(ResultSet row, int number) throws SQLException {
        var aliases = row.getString("aliases");
        var profile = new Profile(
                row.getString("code"),
                row.getString("name"),
                AgencyKind.valueOf(row.getString("kind")),
                row.getString("alias"),
                aliases.isEmpty()
                        ? List.of()
                        : Arrays.stream(aliases.split(";")).sorted().toList(),
                row.getString("parent_code"),
                row.getString("region_code"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("whatsapp"),
                row.getString("address"),
                row.getString("head_name"),
                row.getString("head_position"),
                row.getString("head_nip"),
                row.getBoolean("to_confirm"));
        return new Recorded(profile, row.getBoolean("active"), row.getString("merged_into"), row.getLong("version"));
    }

    /** A name that an agency had. */
    record FormerName(String name, @Nullable String alias, Instant endedAt) {}

    List<FormerName> formerNames(String code) {
        return jdbc.sql("select name, alias, ended_at from former_name where agency_code = ? order by ended_at desc")
                .params(code)
                .query((row, number) ->
                        new FormerName(row.getString("name"), row.getString("alias"), Times.instant(row, "ended_at")))
                .list();
    }

    /** The agencies right below it. */
    List<Agency> below(String code) {
        return jdbc.sql("select " + COLUMNS + " from agency where parent_code = ? order by name")
                .params(code)
                .query(Agency.class)
                .list();
    }

    /** Those that were merged into it. */
    List<Agency> mergedInto(String code) {
        return jdbc.sql("select " + COLUMNS + " from agency where merged_into = ? order by name")
                .params(code)
                .query(Agency.class)
                .list();
    }

    /** The code of the agency above, by the code of the one below. */
    Map<String, String> parents() {
        return jdbc.sql("select code, parent_code from agency where parent_code is not null")
                .query(rows -> {
                    var parents = new HashMap<String, String>();
                    while (rows.next()) {
                        parents.put(rows.getString(1), rows.getString(2));
                    }
                    return parents;
                });
    }
}
