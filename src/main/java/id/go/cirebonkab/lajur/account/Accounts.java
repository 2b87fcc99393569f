package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts. User names are lower case. */
@Repository
class Accounts implements UserDetailsService, UserDetailsPasswordService {

    private final JdbcClient jdbc;
    private final Clock systemClock;

    Accounts(JdbcClient jdbc, Clock systemClock) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
    }

    /** One account as listed. */
    record AccountRow(
            long id,
            String username,
            String displayName,
            @Nullable String passwordHash,
            Role role,
            @Nullable Long officerId,
            @Nullable String email,
            boolean active) {}

    private static final String ROW =
            "select id, username, display_name, password_hash, role, officer_id, email, active from account ";

    @Override
    public UserDetails loadUserByUsername(String username) {
        // Switched off, or without a password yet: as if there were none, so that it looks and takes as long.
        return find(username)
                .filter(row -> row.active() && row.passwordHash() != null)
                .map(this::account)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Takes over the same password hashed more strongly, unless there is another one by now. */
    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String newHash) {
        jdbc.sql("update account set password_hash = ? where username = ? and password_hash = ?")
                .params(newHash, user.getUsername(), user.getPassword())
                .update();
        return user;
    }

    /** A user name as it is kept, however it was typed. Control characters go as Spring Security lets them go. */
    static String normal(@Nullable String typed) {
        return typed == null ? "" : typed.trim().strip().toLowerCase(Locale.ROOT);
    }

    Optional<AccountRow> find(String username) {
        return jdbc.sql(ROW + "where username = ?")
                .params(normal(username))
                .query(AccountRow.class)
                .optional();
    }

    Optional<AccountRow> find(long id) {
        return jdbc.sql(ROW + "where id = ?").params(id).query(AccountRow.class).optional();
    }

    AccountRow get(long id) {
        return find(id).orElseThrow(() -> new NotVisible("account " + id));
    }

    /** Where a mail to its owner goes: of an officer, the officer's own address counts. */
    @Nullable
    String mailAddress(long id) {
        return jdbc.sql("""
                        select nullif(btrim(case when a.officer_id is null then a.email else o.email end), '')
                        from account a left join officer o on o.id = a.officer_id where a.id = ?""").params(id).query(String.class).optional().orElse(null);
    }

    List<AccountRow> all() {
        return jdbc.sql(ROW + "order by role, username").query(AccountRow.class).list();
    }

    @Transactional
    public long create(
            String username,
            String displayName,
            @Nullable String passwordHash,
            Role role,
            @Nullable Long officerId,
            @Nullable String email) {
        return jdbc.sql("""
                        insert into account (username, display_name, password_hash, role, officer_id, email, created_at)
                        values (:username, :display, :hash, :role, :officer, :email, :created) returning id""")
                .param("username", username)
                .param("display", displayName)
                .param("hash", passwordHash)
                .param("role", role.name())
                .param("officer", officerId)
                .param("email", email)
                .param("created", Times.offset(systemClock.instant()))
                .query(Long.class)
                .single();
    }

    /** As it is now; empty where it was switched off. */
    Optional<Account> active(String username) {
        return find(username).filter(AccountRow::active).map(this::account);
    }

    boolean isTaken(String username) {
        return find(username).isPresent();
    }

    /** Switches an account on or off; off ends its sessions at once. */
    @Transactional
    public void setActive(long id, boolean active) {
        var switched = jdbc.sql("update account set active = ? where id = ?")
                .params(active, id)
                .update();
        require(switched, id);
        if (!active) {
            endSessions(id);
            jdbc.sql("delete from one_time_link where account_id = ?")
                    .params(id)
                    .update();
        }
    }

    /** Held until the end of the transaction: what is done with one account is done one after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long id) {
        jdbc.sql("select id from account where id = ? for update")
                .params(id)
                .query(Long.class)
                .list();
    }

    @Transactional
    public void setPassword(long id, String passwordHash) {
        var changed = jdbc.sql("update account set password_hash = ? where id = ?")
                .params(passwordHash, id)
                .update();
        require(changed, id);
        endSessions(id);
    }

    /** The owner has changed it, and ends the other sessions. */
    @Transactional
    public void changePassword(long id, String passwordHash) {
        jdbc.sql("update account set password_hash = ? where id = ?")
                .params(passwordHash, id)
                .update();
        callOff(id);
        jdbc.sql("delete from one_time_link where account_id = ?").params(id).update();
    }

    /** Where mails to this account go; {@code null} for nowhere. */
    @Transactional
    public void setEmail(long id, @Nullable String email) {
        var changed = jdbc.sql("update account set email = ? where id = ?")
                .params(email, id)
                .update();
        require(changed, id);
    }

    boolean hasSystemAdministrator() {
        return jdbc.sql("select exists (select from account where role = 'SYSTEM_ADMIN' and active)")
                .query(Boolean.class)
                .single();
    }

    private static void require(int rows, long id) {
        if (rows == 0) {
            throw new NotVisible("account " + id);
        }
    }

    /** Also those that are just being made, by a sign-in which saw the account as it was. */
    void endSessions(long id) {
        callOff(id);
        jdbc.sql("delete from spring_session where principal_name = (select username from account where id = ?)")
                .params(id)
                .update();
    }

    /** Whoever signed in by what was proved until now is signed in no longer. */
    void callOff(long id) {
        jdbc.sql("update account set sessions_from = ? where id = ?")
                .params(Times.offset(systemClock.instant()), id)
                .update();
    }

    private Account account(AccountRow row) {
        return new Account(
                row.id(),
                row.username(),
                row.displayName(),
                row.passwordHash(),
                row.role(),
                row.officerId(),
                row.active(),
                // Not later than what was read.
                systemClock.instant());
    }
}
