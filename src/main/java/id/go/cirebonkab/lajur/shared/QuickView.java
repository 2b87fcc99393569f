package id.go.cirebonkab.lajur.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.view.ThymeleafView;

/**
 * A page whose words are at hand. Thymeleaf keeps the variables of a page as attributes of the request, and asks for them
 * thousands of times; each time through ten wrappers of security and session. Here they lie in one map.
 */
class QuickView extends ThymeleafView {

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        super.render(model, new AttributesAtHand(request), response);
    }

    /** What the page sets stays with the page. */
    private static final class AttributesAtHand extends HttpServletRequestWrapper {

        private final Map<String, Object> attributes = new HashMap<>();

        private AttributesAtHand(HttpServletRequest request) {
            super(request);
            request.getAttributeNames().asIterator().forEachRemaining(name -> {
                var value = request.getAttribute(name);
                if (value != null) {
                    attributes.put(name, value);
                }
            });
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return attributes.get(name);
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            if (value == null) {
                attributes.remove(name);
            } else {
                attributes.put(name, value);
            }
        }

        @Override
        public void removeAttribute(String name) {
            attributes.remove(name);
        }

        @Override
        public Enumeration<String> getAttributeNames() {
            return Collections.enumeration(attributes.keySet());
        }
    }
}
