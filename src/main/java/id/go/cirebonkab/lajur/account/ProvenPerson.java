package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.account.IdentityProviderSettings.Match;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/**
 * Somebody as the identity provider vouches for him or her, by the signed id token alone.
 *
 * @param subject who it is, for ever; the rest may change or pass to somebody else
 * @param name what an account is found by the first time; {@code null} where the provider gives none that can be trusted
 * @param twoFactor the provider says that more was asked for than a password
 */
record ProvenPerson(String issuer, String subject, @Nullable String name, boolean twoFactor) {

    static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 255;

    /** Values of {@code amr} (RFC 8176) that a password alone never has. */
    private static final Set<String> MORE_THAN_A_PASSWORD = Set.of("mfa", "otp", "hwk", "swk", "sc");

    static ProvenPerson of(OidcIdToken token, Match match) {
        var methods = token.getAuthenticationMethods();
        return new ProvenPerson(
                token.getIssuer().toString(),
                token.getSubject(),
                nameIn(token, match),
                (methods == null ? List.<String>of() : methods).stream().anyMatch(MORE_THAN_A_PASSWORD::contains));
    }

    private static @Nullable String nameIn(OidcIdToken token, Match match) {
        var name = token.getClaimAsString(match.claim());
        var isTrusted = match == Match.USERNAME || Boolean.TRUE.equals(token.getEmailVerified());
        return isTrusted && isPlain(name, LONGEST_NAME) ? name.strip() : null;
    }

    /** Nothing that a name or an id could not be. */
    boolean isPlain() {
        return isPlain(subject, LONGEST_SUBJECT);
    }

    private static boolean isPlain(@Nullable String words, int longest) {
        return words != null
                && !words.isBlank()
                && words.length() <= longest
                && words.chars().noneMatch(Character::isISOControl);
    }

    /** For the log. */
    String who() {
        if (name != null) {
            return name;
        }
        return isPlain() ? subject : "?";
    }

    SignInWay way() {
        return twoFactor ? SignInWay.IDENTITY_PROVIDER_TWO_FACTOR : SignInWay.IDENTITY_PROVIDER;
    }
}
