package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Officers (PIC) and the surat tugas that make them so. */
@Repository
public class Officers {

    private final JdbcClient jdbc;

    Officers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One officer's letter for one agency, as listed. */
    public record OfficerRow(
            long letterId,
            long officerId,
            String name,
            @Nullable String phone,
            @Nullable String email,
            String agencyCode,
            String agencyName,
            String letterNumber,
            LocalDate validFrom,
            LocalDate validUntil) {

        public boolean isValidOn(LocalDate day) {
            return !day.isBefore(validFrom) && !day.isAfter(validUntil);
        }

        /** Whether it is valid on that day and ends within the days that follow. */
        public boolean endsSoonAfter(LocalDate day, int days) {
            return isValidOn(day) && validUntil.isBefore(day.plusDays(days));
        }

        public boolean hasEndedBefore(LocalDate day) {
            return validUntil.isBefore(day);
        }
    }

    /** A person who becomes PIC of an agency by a letter. Dates in WIB, both inclusive. */
    public record NewOfficer(
            String name,
            @Nullable String phone,
            @Nullable String email,
            String agencyCode,
            String letterNumber,
            LocalDate issuedOn,
            LocalDate validFrom,
            LocalDate validUntil) {}

    /**
     * Letters with their holders, by agency and name.
     *
     * @param after the id of the letter after which the page starts
     */
    public Slice<OfficerRow> list(@Nullable Long after) {
        var rows = jdbc.sql("""
                        select l.id as letter_id, o.id as officer_id, o.name, o.phone, o.email, l.agency_code,
                               a.name as agency_name, l.number as letter_number, l.valid_from, l.valid_until
                        from officer o join assignment_letter l on l.officer_id = o.id
                        join agency a on a.code = l.agency_code
                        where cast(:after as bigint) is null or (a.name, o.name, l.id) > (
                            select a2.name, o2.name, l2.id from assignment_letter l2
                            join officer o2 on o2.id = l2.officer_id join agency a2 on a2.code = l2.agency_code
                            where l2.id = :after)
                        order by a.name, o.name, l.id limit :limit""")
                .param("after", after)
                .param("limit", Slice.SIZE + 1)
                .query(OfficerRow.class)
                .list();
        return Slice.of(rows, row -> String.valueOf(row.letterId()));
    }

    /** Whom an account can be made for. */
    public List<OfficerName> names() {
        return jdbc.sql("select id, name from officer order by name")
                .query(OfficerName.class)
                .list();
    }

    /** An officer in a list to choose from. */
    public record OfficerName(long id, String name) {}

    /** The agencies for which this officer holds or held a letter. */
    public Set<String> agenciesOf(long officerId) {
        return jdbc.sql("select distinct agency_code from assignment_letter where officer_id = :id")
                .param("id", officerId)
                .query(String.class)
                .set();
    }

    /** Registers an officer with the letter; returns the officer's id. */
    @Transactional
    public long register(NewOfficer officer) {
        long id = jdbc.sql("insert into officer (name, phone, email) values (:name, :phone, :email) returning id")
                .param("name", officer.name())
                .param("phone", officer.phone())
                .param("email", officer.email())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into assignment_letter (officer_id, agency_code, number, issued_on, valid_from, valid_until)
                        values (:officer, :agency, :number, :issued, :from, :until)""")
                .param("officer", id)
                .param("agency", officer.agencyCode())
                .param("number", officer.letterNumber())
                .param("issued", officer.issuedOn())
                .param("from", officer.validFrom())
                .param("until", officer.validUntil())
                .update();
        return id;
    }
}
