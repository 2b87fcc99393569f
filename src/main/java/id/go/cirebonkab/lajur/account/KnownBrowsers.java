package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.Sha256;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which browsers have signed in to which account before, by a token in a cookie whose hash alone is kept. */
@Repository
class KnownBrowsers {

    private final JdbcClient jdbc;
    private final Clock systemClock;
    private final Duration kept;

    KnownBrowsers(JdbcClient jdbc, Clock systemClock, AccountSettings settings) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
        this.kept = settings.knownBrowser();
    }

    boolean isKnown(String token, String username) {
        return jdbc.sql("""
                        select exists (select from known_browser k join account a on a.id = k.account_id
                            where k.token_hash = ? and a.username = ? and k.last_at > ?)""")
                .params(
                        Sha256.hex(token),
                        username,
                        Times.offset(systemClock.instant().minus(kept)))
                .query(Boolean.class)
                .single();
    }

    /**
     * Gives the browser a new token at each sign-in, so that one which somebody else had put there opens nothing.
     *
     * @param old the token that the browser had, with the accounts that it knew
     */
    @Transactional
    public void remember(@Nullable String old, String token, long accountId) {
        if (old != null) {
            jdbc.sql("update known_browser set token_hash = ? where token_hash = ?")
                    .params(Sha256.hex(token), Sha256.hex(old))
                    .update();
        }
        jdbc.sql("""
                        insert into known_browser (token_hash, account_id, last_at) values (?, ?, ?)
                        on conflict (token_hash, account_id) do update set last_at = excluded.last_at""")
                .params(Sha256.hex(token), accountId, Times.offset(systemClock.instant()))
                .update();
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "2m")
    void tidy() {
        jdbc.sql("delete from known_browser where last_at <= ?")
                .params(Times.offset(systemClock.instant().minus(kept)))
                .update();
    }
}
