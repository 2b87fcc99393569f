package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Spring Security's passkeys with the house's own rules: the device makes sure of its owner, only who is wholly signed in
 * registers one and only for himself or herself, an account that is switched off opens with none, and the log knows.
 */
@Component
class PasskeyOperations implements WebAuthnRelyingPartyOperations {

    static final int LONGEST_LABEL = 60;
    /** One for each device that a person may have, and to spare. */
    private static final int MOST = 10;

    private final PublicKeyCredentialUserEntityRepository owners;
    private final UserCredentialRepository credentials;
    private final PasskeyHome home;
    private final Accounts accounts;
    private final AuditLog log;
    private final Mandates mandates;
    private final TransactionTemplate transaction;
    private final FreshProof fresh;

    PasskeyOperations(
            PublicKeyCredentialUserEntityRepository owners,
            UserCredentialRepository credentials,
            PasskeyHome home,
            Accounts accounts,
            AuditLog log,
            Mandates mandates,
            TransactionTemplate transaction,
            FreshProof fresh) {
        this.owners = owners;
        this.credentials = credentials;
        this.home = home;
        this.accounts = accounts;
        this.log = log;
        this.mandates = mandates;
        this.transaction = transaction;
        this.fresh = fresh;
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        signedIn(request.getAuthentication());
        if (!fresh.isGivenIn(session())) {
            throw new AccessDeniedException("the proof is too old");
        }
        return operations().createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        var account = signedIn(SecurityContextHolder.getContext().getAuthentication());
        var owner = request.getCreationOptions().getUser();
        var label = request.getPublicKey().getLabel();
        if (!account.getUsername().equals(owner.getName()) || !isLabel(label)) {
            throw new AccessDeniedException("a passkey for somebody else, or without a name");
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                if (credentials.findByUserId(owner.getId()).size() >= MOST) {
                    throw new AccessDeniedException("too many passkeys");
                }
                var made = operations().registerCredential(request);
                log.write(Entry.of(
                        account.actor(mandates),
                        Deed.ACCOUNT_CHANGED,
                        "account",
                        account.id(),
                        "kunci sandi didaftarkan"));
                return made;
            }));
        } catch (AccessDeniedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AccessDeniedException("no passkey of this house", e);
        }
    }

    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return operations().createCredentialRequestOptions(request);
    }

    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        var owner = operations().authenticate(request);
        if (accounts.active(owner.getName()).isEmpty()) {
            log.write(new Entry(null, owner.getName(), Deed.SIGN_IN_FAILED, "account", null, SignInWay.PASSKEY.name()));
            throw new DisabledException("switched off");
        }
        return owner;
    }

    private static @Nullable HttpSession session() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getSession(false)
                : null;
    }

    private static Account signedIn(@Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof Account account) {
            return account;
        }
        throw new AccessDeniedException("only who is signed in has passkeys");
    }

    private static boolean isLabel(@Nullable String label) {
        return label != null
                && !label.isBlank()
                && label.length() <= LONGEST_LABEL
                && label.chars().noneMatch(Character::isISOControl);
    }

    /** Each time anew, for the port is known only when the server listens. */
    private Webauthn4JRelyingPartyOperations operations() {
        var operations = new Webauthn4JRelyingPartyOperations(
                owners,
                credentials,
                PublicKeyCredentialRpEntity.builder()
                        .id(home.host())
                        .name("Lajur")
                        .build(),
                home.origins());
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
