package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.account.IdentityProviderSettings.Match;
import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Finds the account of somebody for whom the identity provider vouches. Never makes one. */
class ProviderGuests implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final ProviderBindings bindings;
    private final IdentityProviderSettings settings;
    private final AuditLog log;
    private final Mandates mandates;

    ProviderGuests(ProviderBindings bindings, IdentityProviderSettings settings, AuditLog log, Mandates mandates) {
        this.bindings = bindings;
        this.settings = settings;
        this.log = log;
        this.mandates = mandates;
    }

    /** Carries the account from the check of the token to the reception; no session ever holds it. */
    static final class Guest extends DefaultOidcUser {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Account account;
        private final transient SignInWay way;

        private Guest(Account account, SignInWay way, OidcIdToken token) {
            super(List.copyOf(account.getAuthorities()), token);
            this.account = account;
            this.way = way;
        }

        Account account() {
            return account;
        }

        SignInWay way() {
            return way;
        }
    }

    /** @throws NotConnected when no account that may be used is this person's */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var person = ProvenPerson.of(request.getIdToken(), settings.match());
        var account = accountOf(person).orElseThrow(() -> new NotConnected(person));
        // A session holds no hash of a password.
        account.eraseCredentials();
        return new Guest(account, person.way(), request.getIdToken());
    }

    private Optional<Account> accountOf(ProvenPerson person) {
        if (!person.isPlain()) {
            return Optional.empty();
        }
        return bindings.find(person).or(() -> comesForTheFirstTime(person));
    }

    private Optional<Account> comesForTheFirstTime(ProvenPerson person) {
        if (person.name() == null) {
            return Optional.empty();
        }
        var account = bindings.findByName(person.name(), settings.match() == Match.EMAIL);
        if (account.isPresent() && isRemembered(account.get(), person)) {
            log.write(Entry.of(
                    account.get().actor(mandates),
                    Deed.ACCOUNT_CHANGED,
                    "account",
                    account.get().id(),
                    "identity provider: %s is subject %s from now on".formatted(person.name(), person.subject())));
            return account;
        }
        // Two tabs at once: the other one has remembered the person.
        return bindings.find(person);
    }

    private boolean isRemembered(Account account, ProvenPerson person) {
        try {
            return bindings.remember(account, person);
        } catch (DuplicateKeyException e) {
            // As another account's, which is switched off.
            return false;
        }
    }
}
