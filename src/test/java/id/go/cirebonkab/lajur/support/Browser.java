package id.go.cirebonkab.lajur.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A person's browser before the application of a test, signed in with a demo account or not at all. */
public final class Browser {

    private final MockMvc http;
    private final @Nullable Cookie session;

    private Browser(MockMvc http, @Nullable Cookie session) {
        this.http = http;
        this.session = session;
    }

    public static Browser ofAStranger(MockMvc http) {
        return new Browser(http, null);
    }

    /** Needs the profile {@code coba}. Without a server the session's cookie has its default name. */
    public static Browser signedIn(MockMvc http, String username) throws Exception {
        var cookie = new Browser(http, null)
                .post("/masuk", Map.of("username", username, "password", "coba-lajur"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");
        if (cookie == null) {
            throw new IllegalStateException(username + " could not sign in");
        }
        return new Browser(http, cookie);
    }

    public ResultActions open(String path, Object... values) throws Exception {
        return http.perform(withSession(get(path, values)));
    }

    public ResultActions post(String path, Map<String, String> fields) throws Exception {
        var request = withSession(MockMvcRequestBuilders.post(path)).with(csrf());
        fields.forEach(request::param);
        return http.perform(request);
    }

    private MockHttpServletRequestBuilder withSession(MockHttpServletRequestBuilder request) {
        return session == null ? request : request.cookie(session);
    }
}
