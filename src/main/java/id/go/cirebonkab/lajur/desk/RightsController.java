package id.go.cirebonkab.lajur.desk;

import id.go.cirebonkab.lajur.account.Rights;
import id.go.cirebonkab.lajur.complaint.Relation;
import id.go.cirebonkab.lajur.complaint.Verb;
import id.go.cirebonkab.lajur.shared.Role;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who may do what, read from the very tables that decide it. */
@Controller
class RightsController {

    private static final List<Relation> RELATIONS =
            List.of(Relation.DESK, Relation.LEAD, Relation.SUPPORTING, Relation.SYSTEM, Relation.NONE);

    @GetMapping("/hak")
    String show(Model model) {
        model.addAttribute("relations", RELATIONS);
        model.addAttribute("verbs", Verb.values());
        model.addAttribute("roles", Role.values());
        model.addAttribute("lines", Rights.byPath());
        return "desk/rights";
    }
}
