package id.go.cirebonkab.lajur.account;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.client.ResourceAccessException;

/** Why nobody was let in by the identity provider; each has its sentence on the sign-in page. */
enum ProviderProblem {
    /** Nobody's account, one that is switched off, or somebody else's name: they look the same. */
    NOT_CONNECTED("belum-terhubung"),
    CANCELLED("batal"),
    UNREACHABLE("tak-terjangkau"),
    FAILED("gagal");

    private final String word;

    ProviderProblem(String word) {
        this.word = word;
    }

    /** As it stands in the address of the sign-in page. */
    String word() {
        return word;
    }

    static Optional<ProviderProblem> named(@Nullable String word) {
        return Arrays.stream(values())
                .filter(problem -> problem.word.equals(word))
                .findFirst();
    }

    static ProviderProblem of(AuthenticationException e) {
        if (e instanceof NotConnected) {
            return NOT_CONNECTED;
        }
        if (isForWantOfAnAnswer(e)) {
            return UNREACHABLE;
        }
        return e instanceof OAuth2AuthenticationException said
                ? switch (said.getError().getErrorCode()) {
                    case "access_denied" -> CANCELLED;
                    case "server_error", "temporarily_unavailable" -> UNREACHABLE;
                    default -> FAILED;
                }
                : FAILED;
    }

    private static boolean isForWantOfAnAnswer(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProviderUnreachable
                    || cause instanceof ResourceAccessException
                    || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
