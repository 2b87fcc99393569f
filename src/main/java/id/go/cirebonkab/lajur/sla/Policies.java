package id.go.cirebonkab.lajur.sla;

import id.go.cirebonkab.lajur.complaint.Classification;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The limits, as dated rows: the one in force on the day a clock starts is the clock's for good. */
@Repository
class Policies {

    private final JdbcClient jdbc;

    Policies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One limit with its legal source. */
    record Policy(
            long id,
            Step step,
            @Nullable Classification classification,
            int amount,
            LimitUnit unit,
            String legalSource) {

        Limit limit() {
            return new Limit(amount, unit);
        }
    }

    /** @param day WIB */
    Policy inForce(Step step, Classification classification, LocalDate day) {
        return jdbc.sql("""
                        select id, step, classification, amount, unit, legal_source from policy
                        where step = :step and valid_from <= :day
                        and (classification is null or classification = :classification)
                        order by valid_from desc, classification nulls last, id desc limit 1""")
                .param("step", step.name())
                .param("day", day)
                .param("classification", classification.name())
                .query(Policy.class)
                .single();
    }
}
