package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which account is whose at the identity provider: first by a name, then by issuer and subject and by nothing else. */
@Repository
class ProviderBindings {

    private final JdbcClient jdbc;
    private final Accounts accounts;

    ProviderBindings(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /**
     * The name that the system administrator wrote.
     *
     * @param seen somebody has come under it, and is remembered
     */
    record Binding(long accountId, String name, boolean seen) {}

    List<Binding> all() {
        return jdbc.sql("""
                        select id as account_id, oidc_name as name, oidc_subject is not null as seen
                        from account where oidc_name is not null""").query(Binding.class).list();
    }

    /**
     * Writes the name beside an account, or {@code null} for nobody. Who was remembered is forgotten, and whoever uses the
     * account now must sign in again.
     */
    @Transactional
    public void setName(long id, @Nullable String name) {
        var wasSeen = jdbc.sql("select oidc_subject is not null from account where id = ? for update")
                .params(id)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotVisible("account " + id));
        try {
            jdbc.sql("update account set oidc_name = ?, oidc_issuer = null, oidc_subject = null where id = ?")
                    .params(name, id)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new InvalidInput("nama", "account.invalid.provider.taken");
        }
        if (wasSeen) {
            accounts.endSessions(id);
        }
    }

    /** Empty also for an account that is switched off. */
    Optional<Account> find(ProvenPerson person) {
        return jdbc.sql("select username from account where oidc_issuer = ? and oidc_subject = ?")
                .params(person.issuer(), person.subject())
                .query(String.class)
                .optional()
                .flatMap(accounts::active);
    }

    /** The account that waits for this name. Letters stand as the provider writes them, but for a mail address. */
    Optional<Account> findByName(String name, boolean anyCase) {
        return jdbc.sql("""
                        select username from account where lower(oidc_name) = lower(:name) and (oidc_name = :name or :anyCase)
                        and oidc_subject is null""")
                .param("name", name)
                .param("anyCase", anyCase)
                .query(String.class)
                .optional()
                .flatMap(accounts::active);
    }

    /** Remembers who it is. False when somebody was quicker. */
    @Transactional
    public boolean remember(Account account, ProvenPerson person) {
        return jdbc.sql("""
                                update account set oidc_issuer = :issuer, oidc_subject = :subject
                                where id = :id and oidc_name is not null and oidc_subject is null""")
                        .param("issuer", person.issuer())
                        .param("subject", person.subject())
                        .param("id", account.id())
                        .update()
                == 1;
    }
}
