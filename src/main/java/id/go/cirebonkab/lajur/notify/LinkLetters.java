package id.go.cirebonkab.lajur.notify;

import id.go.cirebonkab.lajur.account.LinkMade;
import id.go.cirebonkab.lajur.notify.OutgoingNotices.Outgoing;
import id.go.cirebonkab.lajur.platform.Vault;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Sha256;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notices that carry a link to the owner of an account. Until it is sent the link lies sealed, by a key of its own. */
@Component
class LinkLetters {

    private static final String PURPOSE = "link";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock systemClock;
    private final DomainClock domainClock;
    private final ApplicationEventPublisher events;

    LinkLetters(
            JdbcClient jdbc,
            Vault vault,
            Clock systemClock,
            DomainClock domainClock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.systemClock = systemClock;
        this.domainClock = domainClock;
        this.events = events;
    }

    /**
     * What goes into the mail.
     *
     * @param link path and token
     * @param expiresAt system time
     */
    record Letter(String link, Instant expiresAt) {

        @Override
        public String toString() {
            return "Letter[until " + expiresAt + "]";
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(LinkMade link) {
        var key = vault.newKey(null);
        jdbc.sql("""
                        insert into notice (key, kind, account_id, name, address, created_at, state, next_attempt_at,
                            key_id, sealed_link)
                        values (:key, :kind, :account, :name, :address, :created, 'WAITING', :next, :keyId, :sealed)""")
                .param("key", UUID.randomUUID())
                .param("kind", NoticeKind.valueOf(link.purpose().name()).name())
                .param("account", link.accountId())
                .param("name", link.name())
                .param("address", link.address())
                .param("created", Times.offset(domainClock.now()))
                .param("next", Times.offset(systemClock.instant()))
                .param("keyId", key.id())
                .param("sealed", key.seal(PURPOSE, link.path() + link.token()))
                .update();
        events.publishEvent(new NoticesWritten());
    }

    /** Empty when the link works no longer: used, replaced, or too old. */
    Optional<Letter> open(Outgoing notice) {
        var sealed = notice.sealedLink();
        return notice.keyId() == null || sealed == null
                ? Optional.empty()
                : vault.find(notice.keyId())
                        .map(key -> key.openText(PURPOSE, sealed))
                        .flatMap(link -> expiry(link).map(until -> new Letter(link, until)));
    }

    private Optional<Instant> expiry(String link) {
        return jdbc.sql("select expires_at from one_time_link where token_hash = ? and expires_at > ?")
                .params(Sha256.hex(link.substring(link.indexOf('=') + 1)), Times.offset(systemClock.instant()))
                .query((row, number) -> Times.instant(row, "expires_at"))
                .optional();
    }
}
