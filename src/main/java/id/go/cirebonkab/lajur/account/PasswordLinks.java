package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.account.Accounts.AccountRow;
import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.agency.Officers;
import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Links by which people set their own passwords: nobody ever types or knows another's. */
@Service
class PasswordLinks {

    static final String PATH = "/sandi";

    /** So long nobody who forgot the password is mailed at an address that was changed. */
    private static final Duration NEW = Duration.ofHours(24);

    private static final Set<LinkPurpose> PURPOSES = EnumSet.of(LinkPurpose.INVITATION, LinkPurpose.PASSWORD_RESET);

    private final Accounts accounts;
    private final OneTimeLinks links;
    private final PasswordRules rules;
    private final Passkeys passkeys;
    private final AccountSettings settings;
    private final Officers officers;
    private final Mandates mandates;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<LinkPost> post;
    private final Clock systemClock;
    private final TransactionTemplate transaction;

    PasswordLinks(
            Accounts accounts,
            OneTimeLinks links,
            PasswordRules rules,
            Passkeys passkeys,
            AccountSettings settings,
            Officers officers,
            Mandates mandates,
            AuditLog log,
            ApplicationEventPublisher events,
            ObjectProvider<LinkPost> post,
            Clock systemClock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.links = links;
        this.rules = rules;
        this.passkeys = passkeys;
        this.settings = settings;
        this.officers = officers;
        this.mandates = mandates;
        this.log = log;
        this.events = events;
        this.post = post;
        this.systemClock = systemClock;
        this.transaction = transaction;
    }

    /**
     * A link that was made.
     *
     * @param address whom it is sent to; {@code null} when somebody has to hand it over
     * @param path the link itself, when somebody has to hand it over; shown once and kept nowhere
     * @param expiresAt system time
     */
    record Made(
            AccountRow account,
            LinkPurpose purpose,
            @Nullable String address,
            @Nullable String path,
            Instant expiresAt) {}

    /** Invites to a new account, or gives an old one a new password's link. */
    @Transactional
    public Made make(long accountId, Actor by) {
        var account = accounts.get(accountId);
        if (!account.active()) {
            throw new InvalidInput("tautan", "account.invalid.inactive");
        }
        var purpose = account.passwordHash() == null ? LinkPurpose.INVITATION : LinkPurpose.PASSWORD_RESET;
        log.write(Entry.of(by, Deed.ACCOUNT_CHANGED, "account", accountId, "link " + purpose));
        return make(account, purpose);
    }

    /** What somebody asked for who says that he or she forgot the password; without an address nothing comes of it. */
    @Transactional
    public void sendTo(String username) {
        var account = accounts.find(username).filter(AccountRow::active).orElse(null);
        if (account == null || addressOf(account) == null) {
            return;
        }
        // Whoever changes an officer's address does not so take over the officer's account.
        var isNew = account.officerId() != null && officers.hasNewAddress(account.officerId(), NEW);
        log.write(new Entry(
                null,
                account.username(),
                Deed.ACCOUNT_CHANGED,
                "account",
                String.valueOf(account.id()),
                isNew ? "link PASSWORD_RESET not sent: the address is new" : "link PASSWORD_RESET asked for"));
        if (!isNew) {
            make(account, LinkPurpose.PASSWORD_RESET);
        }
    }

    private Made make(AccountRow account, LinkPurpose purpose) {
        var valid = purpose == LinkPurpose.INVITATION ? settings.invitation() : settings.passwordReset();
        var expiresAt = systemClock.instant().plus(valid);
        var token = links.make(purpose, account.id(), accounts.mailAddress(account.id()), expiresAt);
        var address = addressOf(account);
        if (address == null) {
            return new Made(account, purpose, null, PATH + "?kunci=" + token, expiresAt);
        }
        events.publishEvent(new LinkMade(
                account.id(), purpose, PATH + "?kunci=", token, expiresAt, account.displayName(), address));
        return new Made(account, purpose, address, null, expiresAt);
    }

    private @Nullable String addressOf(AccountRow account) {
        return canBeSent() ? accounts.mailAddress(account.id()) : null;
    }

    /** Whether this server sends mails at all. */
    boolean canBeSent() {
        var carrier = post.getIfAvailable();
        return carrier != null && carrier.isThere();
    }

    /** Whose link it is. */
    AccountRow owner(@Nullable String token) {
        return links.find(token, PURPOSES)
                .filter(this::isForTheSameAddress)
                .flatMap(link -> accounts.find(Objects.requireNonNull(link.accountId())))
                .filter(AccountRow::active)
                .orElseThrow(() -> new LinkGone(null));
    }

    /** Who gets the account's mails now is not who got the link. */
    private boolean isForTheSameAddress(OneTimeLinks.Link link) {
        return Objects.equals(link.address(), accounts.mailAddress(Objects.requireNonNull(link.accountId())));
    }

    /**
     * Uses the link up; the account's sessions end, and its other links with them.
     *
     * @throws LinkGone when it does not work, or works no longer
     * @throws InvalidInput when the password can't be taken; the link goes on working
     */
    AccountRow setPassword(@Nullable String token, @Nullable String password) {
        var account = owner(token);
        // It takes its time: not within the transaction.
        var hash = rules.hashed(password, ownWords(account));
        transaction.executeWithoutResult(status -> setPassword(account, token, hash));
        return account;
    }

    private void setPassword(AccountRow account, @Nullable String token, String hash) {
        // The account first and its links then, as where links are made.
        accounts.lock(account.id());
        owner(token);
        var link = links.useUp(token, PURPOSES).orElseThrow(() -> new LinkGone(null));
        links.voidAll(account.id());
        accounts.setPassword(account.id(), hash);
        if (link.purpose() == LinkPurpose.PASSWORD_RESET) {
            // Somebody else may have registered one.
            passkeys.removeAll(account.id());
        }
        log.write(new Entry(
                account.id(),
                account.displayName(),
                Deed.ACCOUNT_CHANGED,
                "account",
                String.valueOf(account.id()),
                "password by " + link.purpose()));
    }

    /** What a password of this account must not be made of. */
    String[] ownWords(AccountRow account) {
        var agencies = account.officerId() == null ? Set.<String>of() : mandates.readable(account.officerId());
        return new String[] {
            account.username(),
            account.displayName(),
            account.email() == null ? "" : account.email(),
            String.join(" ", agencies)
        };
    }
}
