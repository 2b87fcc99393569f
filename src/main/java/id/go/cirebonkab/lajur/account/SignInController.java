package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Draft;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInController {

    private final Environment environment;

    SignInController(Environment environment) {
        this.environment = environment;
    }

    @GetMapping("/masuk")
    String signIn(HttpServletRequest request, Model model) {
        var wait = (Duration) request.getAttribute(SignInGate.WAIT);
        model.addAttribute("wait", wait == null ? null : wait.plusSeconds(59).toMinutes());
        model.addAttribute("typed", wait == null ? null : request.getParameter("username"));
        model.addAttribute("failed", request.getParameter("gagal") != null);
        model.addAttribute("passwordSet", request.getParameter("sandi") != null);
        model.addAttribute("signedOut", request.getParameter("keluar") != null);
        model.addAttribute("draftKept", Draft.keptIn(request.getSession(false)) != null);
        model.addAttribute(
                "demoAccounts", environment.acceptsProfiles(Profiles.of("coba")) ? DemoAccounts.USERNAMES : List.of());
        return "account/sign-in";
    }

    @GetMapping("/")
    String start(Actor actor) {
        return actor.role() == null
                ? "redirect:/masuk"
                : switch (actor.role()) {
                    case DISTRICT_ADMIN, OFFICER -> "redirect:/pengaduan";
                    case SUPERVISOR -> "redirect:/dasbor";
                    case SYSTEM_ADMIN -> "redirect:/akun";
                };
    }
}
