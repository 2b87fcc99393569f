package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.account.Throttle.Limit;
import id.go.cirebonkab.lajur.shared.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Says whether a password may be tried. Strangers' browsers share one budget for a name and one for an address; a browser
 * that has signed in to the account before has its own, so that who tries other people's names locks none of them out.
 */
@Component
class Doorkeeper {

    static final String COOKIE = "LAJUR_KENAL";

    private final Throttle throttle;
    private final KnownBrowsers browsers;
    private final AccountSettings settings;

    Doorkeeper(Throttle throttle, KnownBrowsers browsers, AccountSettings settings) {
        this.throttle = throttle;
        this.browsers = browsers;
        this.settings = settings;
    }

    /** Counts this try; when it is one too many, says how long to wait. */
    Optional<Duration> keepsOut(HttpServletRequest request, @Nullable String typed) {
        var username = Accounts.normal(typed);
        var token = token(request);
        if (token != null && browsers.isKnown(token, username)) {
            return throttle.count(limit(ofBrowser(token, username), settings.failuresPerBrowser()));
        }
        var address = limit(ofAddress(request), settings.failuresPerAddress());
        return AccountForm.isUsername(username)
                ? throttle.count(limit(ofName(username), settings.failuresPerName()), address)
                : throttle.count(address);
    }

    /** The password was right: no failures are left behind. */
    void forgives(HttpServletRequest request, String username) {
        var token = token(request);
        if (token != null && browsers.isKnown(token, username)) {
            throttle.forgive(ofBrowser(token, username));
        } else {
            throttle.forgive(ofName(username));
            throttle.takeBack(ofAddress(request));
        }
    }

    /** This browser is the owner's. */
    void remembers(HttpServletRequest request, HttpServletResponse response, long accountId) {
        var fresh = Tokens.fresh();
        browsers.remember(token(request), fresh, accountId);
        var cookie = ResponseCookie.from(COOKIE, fresh)
                .path(request.getContextPath() + "/")
                .maxAge(settings.knownBrowser())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Counts a request for a link to set a new password; when it is one too many from there, says how long to wait. */
    Optional<Duration> keepsFromAsking(HttpServletRequest request) {
        return throttle.count(anHour("asked:" + network(request.getRemoteAddr()), 10 * settings.mailsPerHour()));
    }

    /** Whether that name may be sent another link; the answer is for nobody's eyes. */
    boolean mayBeMailed(String username) {
        return AccountForm.isUsername(username)
                && throttle.count(anHour("mail:" + Sha256.hex(username), settings.mailsPerHour()))
                        .isEmpty();
    }

    private static Limit anHour(String key, int tries) {
        var hour = Duration.ofHours(1);
        return new Limit(key, tries, hour, hour, hour);
    }

    private Limit limit(String key, int tries) {
        return new Limit(key, tries, settings.failuresWithin(), settings.firstPause(), settings.longestPause());
    }

    private static @Nullable String token(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || cookie.getValue().length() != 43 ? null : cookie.getValue();
    }

    private static String ofBrowser(String token, String username) {
        return "browser:" + Sha256.hex(Sha256.hex(token) + username);
    }

    /** Hashed: what was typed as a name may have been a password. */
    private static String ofName(String username) {
        return "name:" + Sha256.hex(username);
    }

    private static String ofAddress(HttpServletRequest request) {
        return "address:" + network(request.getRemoteAddr());
    }

    /** The address, or the /64 of an IPv6 address, which one house has to itself. */
    static String network(String address) {
        try {
            return InetAddress.getByName(address.replaceFirst("%.*", "")) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                    : address.toLowerCase(Locale.ROOT);
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
