package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Slice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Officers (PIC): the persons who hold surat tugas. */
@Repository
public class Officers {

    private final JdbcClient jdbc;
    private final Registry registry;
    private final Letters letters;

    Officers(JdbcClient jdbc, Registry registry, Letters letters) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.letters = letters;
    }

    /** Who an officer is and how to reach him or her. */
    public record Person(
            String name, @Nullable String phone, @Nullable String email) {

        /** As forms and files name it. */
        Map<String, @Nullable String> fields() {
            var fields = new LinkedHashMap<String, @Nullable String>();
            fields.put("nama", name);
            fields.put("telepon", phone);
            fields.put("surel", email);
            return fields;
        }

        static Person read(Fields typed) {
            return new Person(
                    typed.needed("nama", "agency.invalid.name.missing"), typed.phone("telepon"), typed.email("surel"));
        }
    }

    /** An officer as registered. */
    record Officer(
            long id,
            String name,
            @Nullable String phone,
            @Nullable String email,
            boolean active,
            long version) {

        Person person() {
            return new Person(name, phone, email);
        }
    }

    /**
     * One officer's letter for one agency, as listed.
     *
     * @param rowId the key of the list
     * @param agencyCode and all that belongs to the letter: {@code null} where there is none
     */
    public record OfficerRow(
            long rowId,
            long officerId,
            String name,
            @Nullable String phone,
            @Nullable String email,
            boolean active,
            @Nullable String agencyCode,
            String agencyName,
            @Nullable String letterNumber,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        /** How the letter stands on that day; the word is under {@code agency.letter.<state>}. */
        public String state(LocalDate day) {
            return validFrom == null || validUntil == null
                    ? "none"
                    : AssignmentLetter.state(validFrom, validUntil, day);
        }
    }

    /**
     * Officers with their letters, by agency and name; letters that ended and were followed by others are left out.
     *
     * @param after the key of the row after which the page starts
     * @param day by the domain clock, WIB
     */
    public Slice<OfficerRow> list(@Nullable Long after, LocalDate day) {
        var rows = jdbc.sql("""
                        with listed as (
                            select coalesce(l.id, -o.id) as row_id, o.id as officer_id, o.name, o.phone, o.email, o.active,
                                   l.agency_code, coalesce(a.name, '') as agency_name, l.number as letter_number,
                                   l.valid_from, l.valid_until
                            from officer o
                            left join assignment_letter l on l.officer_id = o.id and l.withdrawn_on is null
                            and not (l.valid_until < :day and exists (
                                select from assignment_letter n where n.officer_id = o.id and n.agency_code = l.agency_code
                                and n.withdrawn_on is null and (n.valid_until, n.id) > (l.valid_until, l.id)))
                            left join agency a on a.code = l.agency_code)
                        select * from listed
                        where cast(:after as bigint) is null or (agency_name, name, row_id) > (
                            select agency_name, name, row_id from listed where row_id = :after)
                        order by agency_name, name, row_id limit :limit""")
                .param("day", day)
                .param("after", after)
                .param("limit", Slice.SIZE + 1)
                .query(OfficerRow.class)
                .list();
        return Slice.of(rows, row -> String.valueOf(row.rowId()));
    }

    /** Whom an account can be made for, and who can stand in for somebody. */
    public List<OfficerName> names() {
        return jdbc.sql("select id, name from officer where active order by name, id")
                .query(OfficerName.class)
                .list();
    }

    /** An officer in a list to choose from. */
    public record OfficerName(long id, String name) {}

    /** Whether the mail address was changed within that time, after the officer was registered. */
    public boolean hasNewAddress(long id, Duration within) {
        return registry.hasChanged(Registry.Kind.OFFICER, id, "surel", within);
    }

    /** @throws NotVisible when there is none */
    Officer require(long id) {
        return jdbc.sql("select id, name, phone, email, active, version from officer where id = ?")
                .params(id)
                .query(Officer.class)
                .optional()
                .orElseThrow(() -> new NotVisible("officer " + id));
    }

    List<Officer> all() {
        return jdbc.sql("select id, name, phone, email, active, version from officer order by id")
                .query(Officer.class)
                .list();
    }

    /** Registers an officer with the first letter, if there is one; returns the officer's id. */
    @Transactional
    public long register(Person person, @Nullable NewLetter letter, @Nullable Scan scan, Actor by) {
        registry.turn();
        long id = jdbc.sql("insert into officer (name, phone, email) values (:name, :phone, :email) returning id")
                .param("name", person.name())
                .param("phone", person.phone())
                .param("email", person.email())
                .query(Long.class)
                .single();
        registry.changed(
                Registry.Kind.OFFICER, id, Registry.What.REGISTERED, Change.between(Map.of(), person.fields()), by);
        if (letter != null) {
            letters.add(id, letter, scan, by);
        }
        return id;
    }

    /**
     * @param shown the version that the form was shown; {@code null} when it says none
     * @throws Outdated when somebody was faster
     */
    @Transactional
    public void change(long id, Person person, @Nullable Long shown, Actor by) {
        registry.turn();
        var before = require(id);
        if (shown != null && shown != before.version()) {
            throw new Outdated();
        }
        var changes = Change.between(before.person().fields(), person.fields());
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "update officer set name = :name, phone = :phone, email = :email, version = version + 1 where id = :id")
                .param("name", person.name())
                .param("phone", person.phone())
                .param("email", person.email())
                .param("id", id)
                .update();
        registry.changed(Registry.Kind.OFFICER, id, Registry.What.CHANGED, changes, by);
    }

    /** Off: acts for nobody and reads nothing, at once; on: the letters count again. */
    @Transactional
    public void setActive(long id, boolean active, Actor by) {
        registry.turn();
        if (require(id).active() == active) {
            return;
        }
        jdbc.sql("update officer set active = ?, version = version + 1 where id = ?")
                .params(active, id)
                .update();
        var what = active ? Registry.What.SWITCHED_ON : Registry.What.SWITCHED_OFF;
        registry.changed(Registry.Kind.OFFICER, id, what, List.of(), by);
    }
}
