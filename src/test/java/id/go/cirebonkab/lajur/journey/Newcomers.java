package id.go.cirebonkab.lajur.journey;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts that no other story signs in with; their password is everybody's. */
record Newcomers(JdbcClient jdbc) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** @param role no officer's, who would need an agency */
    String as(String role) {
        var username = "baru-" + COUNT.incrementAndGet();
        jdbc.sql("""
                        insert into account (username, display_name, password_hash, role, created_at)
                        select ?, ?, password_hash, ?, created_at from account where username = 'admin'""").params(username, "Orang " + username, role).update();
        return username;
    }

    long idOf(String username) {
        return jdbc.sql("select id from account where username = ?")
                .params(username)
                .query(Long.class)
                .single();
    }

    void isSwitchedOff(String username) {
        jdbc.sql("update account set active = false where username = ?")
                .params(username)
                .update();
    }

    /** One that no device has. */
    void hasAPasskey(String username) {
        jdbc.sql("insert into user_entities (id, name, display_name) values (:name, :name, :name)")
                .param("name", username)
                .update();
        jdbc.sql("""
                        insert into user_credentials (credential_id, user_entity_user_id, public_key, backup_eligible,
                            backup_state, created, last_used, label)
                        select 'kunci-' || :name, :name, '', false, false, created_at, created_at, 'ponsel'
                        from account where username = :name""").param("name", username).update();
    }

    long passkeys(String username) {
        return jdbc.sql("""
                        select count(*) from user_credentials c join user_entities e on e.id = c.user_entity_user_id
                        where e.name = ?""").params(username).query(Long.class).single();
    }

    /** What the log says of that account, the oldest first. */
    List<String> logged(String username) {
        return jdbc.sql("""
                        select deed || coalesce(' ' || detail, '') from audit_entry
                        where kind = 'account' and (subject = ? or who = ?) order by id""")
                .params(String.valueOf(idOf(username)), username)
                .query(String.class)
                .list();
    }
}
