package id.go.cirebonkab.lajur.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves the character NUL out of every parameter, before anybody reads one: nobody can type it, and PostgreSQL takes it
 * in no text, not even in one that is only looked for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 60)
class NoNulFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithoutNul(request), response);
    }

    private static class WithoutNul extends HttpServletRequestWrapper {

        WithoutNul(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var value = super.getParameter(name);
            return value == null ? null : without(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = super.getParameterValues(name);
            return values == null ? null : without(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var all = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> all.put(name, without(values)));
            return Collections.unmodifiableMap(all);
        }

        private static String[] without(String[] values) {
            return Stream.of(values).map(WithoutNul::without).toArray(String[]::new);
        }

        private static String without(String value) {
            return value.replace("\0", "");
        }
    }
}
