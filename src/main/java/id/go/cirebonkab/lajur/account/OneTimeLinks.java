package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.Sha256;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links that work once, for one purpose and for a time. Only their hashes are kept. */
@Repository
class OneTimeLinks {

    /** A number of our own among PostgreSQL's advisory locks. */
    private static final long FIRST = 12_626_611;

    private final JdbcClient jdbc;
    private final Clock systemClock;

    OneTimeLinks(JdbcClient jdbc, Clock systemClock) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
    }

    /**
     * @param accountId whose; {@code null} for who has none yet
     * @param address where the account's mails went when it was made
     */
    record Link(
            LinkPurpose purpose,
            @Nullable Long accountId,
            @Nullable String address) {}

    /** For links that belong to no account: one after the other, on whichever node, until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeTurn() {
        jdbc.sql("select pg_advisory_xact_lock(?)").params(FIRST).query().listOfRows();
    }

    /** None of this purpose works any longer, whosever it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void voidAll(LinkPurpose purpose) {
        jdbc.sql("delete from one_time_link where purpose = ?")
                .params(purpose.name())
                .update();
    }

    /**
     * Makes a link; an older one of the same account and purpose works no longer.
     *
     * @param address where the account's mails go
     * @return its token, which is kept nowhere
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String make(LinkPurpose purpose, @Nullable Long accountId, @Nullable String address, Instant expiresAt) {
        // One after the other, when two are made at once.
        jdbc.sql("select id from account where id = cast(? as bigint) for update")
                .params(accountId)
                .query(Long.class)
                .list();
        jdbc.sql("""
                        delete from one_time_link where expires_at <= :now
                        or purpose = :purpose and account_id is not distinct from cast(:account as bigint)""")
                .param("now", Times.offset(systemClock.instant()))
                .param("purpose", purpose.name())
                .param("account", accountId)
                .update();
        var token = Tokens.fresh();
        jdbc.sql("insert into one_time_link (token_hash, purpose, account_id, address, expires_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(Sha256.hex(token), purpose.name(), accountId, address, Times.offset(expiresAt))
                .update();
        return token;
    }

    /** Looks without using it up: programs that guard mailboxes open links too. */
    Optional<Link> find(@Nullable String token, Set<LinkPurpose> purposes) {
        return token == null
                ? Optional.empty()
                : jdbc.sql("""
                                select purpose, account_id, address from one_time_link
                                where token_hash = :token and purpose in (:purposes) and expires_at > :now""")
                        .param("token", Sha256.hex(token))
                        .param("purposes", names(purposes))
                        .param("now", Times.offset(systemClock.instant()))
                        .query(Link.class)
                        .optional();
    }

    /** Uses it up: of two at once, one gets it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Link> useUp(@Nullable String token, Set<LinkPurpose> purposes) {
        return token == null
                ? Optional.empty()
                : jdbc.sql("""
                                delete from one_time_link
                                where token_hash = :token and purpose in (:purposes) and expires_at > :now
                                returning purpose, account_id, address""")
                        .param("token", Sha256.hex(token))
                        .param("purposes", names(purposes))
                        .param("now", Times.offset(systemClock.instant()))
                        .query(Link.class)
                        .optional();
    }

    /** None of this account's works any longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void voidAll(long accountId) {
        jdbc.sql("delete from one_time_link where account_id = ?")
                .params(accountId)
                .update();
    }

    private static Collection<String> names(Set<LinkPurpose> purposes) {
        return purposes.stream().map(Enum::name).toList();
    }
}
