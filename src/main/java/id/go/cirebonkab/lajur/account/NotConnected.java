package id.go.cirebonkab.lajur.account;

import java.io.Serial;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The identity provider knows the person, but no account that may be used is his or hers. */
class NotConnected extends OAuth2AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProvenPerson person;

    NotConnected(ProvenPerson person) {
        super(new OAuth2Error("not_connected"));
        this.person = person;
    }

    ProvenPerson person() {
        return person;
    }
}
