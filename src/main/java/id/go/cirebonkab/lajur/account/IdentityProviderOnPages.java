package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.account.ProviderBindings.Binding;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Shows the way to the identity provider on the sign-in page, and who is who there on the page of the accounts. */
@ControllerAdvice(assignableTypes = {SignInController.class, AccountController.class})
class IdentityProviderOnPages {

    private final IdentityProviderSettings settings;
    private final ProviderBindings bindings;

    IdentityProviderOnPages(IdentityProviderSettings settings, ProviderBindings bindings) {
        this.settings = settings;
        this.bindings = bindings;
    }

    /** {@code null} without an identity provider. */
    @ModelAttribute("identityProvider")
    @Nullable
    OnPage identityProvider(HttpServletRequest request) {
        return settings.isConfigured()
                ? new OnPage(
                        settings.name(),
                        ProviderProblem.named(request.getParameter("penyedia")).orElse(null))
                : null;
    }

    /** What a page needs to know of it. */
    class OnPage {

        private final String name;
        private final @Nullable ProviderProblem problem;
        private @Nullable Map<Long, Binding> byAccount;

        private OnPage(String name, @Nullable ProviderProblem problem) {
            this.name = name;
            this.problem = problem;
        }

        public String name() {
            return name;
        }

        public String address() {
            return IdentityProvider.WAY_THERE;
        }

        public @Nullable String problem() {
            return problem == null ? null : problem.name();
        }

        /** {@code null} for an account that is nobody's there. */
        public @Nullable Binding bindingOf(long account) {
            if (byAccount == null) {
                byAccount = bindings.all().stream().collect(Collectors.toMap(Binding::accountId, Function.identity()));
            }
            return byAccount.get(account);
        }
    }
}
