package id.go.cirebonkab.lajur.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Light, dark, or as the browser has it: a choice of the browser's, so for who is not signed in too. */
@Controller
class ThemeController {

    private static final Duration KEPT = Duration.ofDays(365);

    @GetMapping("/tema")
    String choose(@RequestParam(required = false) @Nullable String kembali, HttpServletRequest request, Model model) {
        model.addAttribute("back", Look.ownPath(kembali, request));
        return "shared/theme";
    }

    @PostMapping("/tema")
    ResponseEntity<Void> keep(
            @RequestParam(required = false) @Nullable String tema,
            @RequestParam(required = false) @Nullable String kembali,
            HttpServletRequest request) {
        var theme = Theme.read(tema).orElseThrow(() -> new InvalidInput("tema", "shared.invalid.theme"));
        var cookie = ResponseCookie.from(Look.COOKIE, theme.word())
                .path(request.getContextPath() + "/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(back(kembali, request))
                .build();
    }

    private static URI back(@Nullable String asked, HttpServletRequest request) {
        try {
            return new URI(Look.ownPath(asked, request));
        } catch (URISyntaxException notAnAddress) {
            return URI.create(Look.ownPath(null, request));
        }
    }
}
