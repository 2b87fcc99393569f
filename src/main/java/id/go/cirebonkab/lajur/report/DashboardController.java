package id.go.cirebonkab.lajur.report;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DashboardController {

    private final Dashboards dashboards;
    private final DomainClock clock;

    DashboardController(Dashboards dashboards, DomainClock clock) {
        this.dashboards = dashboards;
        this.clock = clock;
    }

    @GetMapping("/dasbor")
    String dashboard(@RequestParam(required = false) @Nullable String rincian, Actor actor, Model model) {
        model.addAttribute("all", "semua".equals(rincian));
        model.addAttribute("dashboard", dashboards.of(Scope.of(actor), clock.today()));
        return "report/dashboard";
    }
}
