package id.go.cirebonkab.lajur.journey;

import java.util.List;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.test.util.ReflectionTestUtils;

/** The filters by which somebody proves a name. */
final class DoorFilters {

    private DoorFilters() {}

    /** Where each of them keeps the person whose name was proved, by the filter's name. */
    static List<String> keeping(FilterChainProxy chains) {
        return chains.getFilterChains().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(AbstractAuthenticationProcessingFilter.class::isInstance)
                .map(filter -> filter.getClass().getSimpleName() + " in a "
                        + ReflectionTestUtils.getField(filter, "securityContextRepository")
                                .getClass()
                                .getSimpleName())
                .toList();
    }
}
