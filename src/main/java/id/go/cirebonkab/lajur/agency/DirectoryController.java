package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.DomainClock;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DirectoryController {

    private final Agencies agencies;
    private final DomainClock clock;

    DirectoryController(Agencies agencies, DomainClock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping("/perangkat-daerah")
    String directory(@RequestParam(name = "q", defaultValue = "") String words, Model model) {
        var found = agencies.directory(words.strip(), clock.today());
        model.addAttribute("q", words);
        model.addAttribute("count", found.size());
        model.addAttribute(
                "kinds",
                found.stream()
                        .collect(Collectors.groupingBy(
                                Agencies.DirectoryRow::kind, LinkedHashMap::new, Collectors.toList())));
        return "agency/directory";
    }
}
