package id.go.cirebonkab.lajur.lapor;

import id.go.cirebonkab.lajur.shared.Times;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far the portal's list has been read, by the portal's own time. */
@Repository
class PollCursor {

    private final JdbcClient jdbc;

    PollCursor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is this node's turn to ask; {@code now} and {@code next} are system times. */
    @Transactional
    public boolean take(String institution, Instant now, Instant next) {
        return jdbc.sql("""
                        insert into poll_cursor (institution, next_at) values (:institution, :next)
                        on conflict (institution) do update set next_at = :next where poll_cursor.next_at <= :now""")
                        .param("institution", institution)
                        .param("now", Times.offset(now))
                        .param("next", Times.offset(next))
                        .update()
                == 1;
    }

    Optional<Instant> updatedAfter(String institution) {
        return jdbc.sql("select updated_after from poll_cursor where institution = ? and updated_after is not null")
                .params(institution)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Never back. */
    @Transactional
    public void moveTo(String institution, Instant updatedAfter) {
        jdbc.sql("""
                        update poll_cursor set updated_after = :after
                        where institution = :institution and (updated_after is null or updated_after < :after)""")
                .param("after", Times.offset(updatedAfter))
                .param("institution", institution)
                .update();
    }
}
