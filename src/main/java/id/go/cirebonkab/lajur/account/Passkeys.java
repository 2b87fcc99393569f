package id.go.cirebonkab.lajur.account;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A person's passkeys, to be looked at and removed. */
@Repository
class Passkeys {

    private final JdbcClient jdbc;

    Passkeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of them; {@code lastUsed} is when it was made, until it is used. */
    record Passkey(
            String id,
            String label,
            @Nullable Instant created,
            @Nullable Instant lastUsed) {}

    /** The oldest first. */
    List<Passkey> of(String username) {
        return jdbc.sql("""
                        select c.credential_id as id, c.label, c.created, c.last_used
                        from user_credentials c join user_entities e on e.id = c.user_entity_user_id
                        where e.name = ? order by c.created, c.credential_id""")
                .params(username)
                .query((row, number) -> new Passkey(
                        row.getString("id"),
                        row.getString("label"),
                        row.getTimestamp("created").toInstant(),
                        row.getTimestamp("last_used").toInstant()))
                .list();
    }

    /** The accounts that have any. */
    Set<Long> accountsWithOne() {
        return new HashSet<>(jdbc.sql("""
                        select distinct a.id from user_credentials c
                        join user_entities e on e.id = c.user_entity_user_id join account a on a.username = e.name""").query(Long.class).list());
    }

    /** How many there were. */
    int removeAll(long account) {
        return jdbc.sql("""
                        delete from user_credentials c using user_entities e, account a
                        where e.id = c.user_entity_user_id and a.username = e.name and a.id = ?""").params(account).update();
    }

    /** Whether it was one of that person's. */
    boolean remove(String username, String id) {
        return jdbc.sql("""
                                delete from user_credentials c using user_entities e
                                where e.id = c.user_entity_user_id and e.name = ? and c.credential_id = ?""").params(username, id).update() == 1;
    }
}
