package id.go.cirebonkab.lajur.agency;

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

    /** Every letter with its holder, by agency and name. */
    public List<OfficerRow> all() {
        return jdbc.sql("""
                        select o.id as officer_id, o.name, o.phone, o.email, l.agency_code, a.name as agency_name,
                               l.number as letter_number, l.valid_from, l.valid_until
                        from officer o join assignment_letter l on l.officer_id = o.id
                        join agency a on a.code = l.agency_code
                        order by a.name, o.name, l.valid_until desc""").query(OfficerRow.class).list();
    }

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
