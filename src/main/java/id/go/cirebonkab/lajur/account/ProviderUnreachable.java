package id.go.cirebonkab.lajur.account;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;

/** The identity provider does not answer, or not as it should. The other ways of signing in are not touched. */
class ProviderUnreachable extends AuthenticationServiceException {

    @Serial
    private static final long serialVersionUID = 1L;

    ProviderUnreachable(@Nullable Throwable cause) {
        super("the identity provider can't be used now", cause);
    }
}
