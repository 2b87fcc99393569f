package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.shared.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who looks at the page and what he or she may open; the layout asks for it as {@code @visitor}. */
@Component
class Visitor {

    private final Mandates mandates;

    Visitor(Mandates mandates) {
        this.mandates = mandates;
    }

    /** {@code null} for a stranger. */
    public @Nullable Actor actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Account account
                ? account.actor(mandates)
                : null;
    }

    public List<Menu.Entry> menu() {
        return Menu.of(actor(), shown());
    }

    private static String shown() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes
                        .getRequest()
                        .getRequestURI()
                        .substring(attributes.getRequest().getContextPath().length())
                : "";
    }
}
