package id.go.cirebonkab.lajur.account;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * A filter that has proved a name would write the whole person into the session before {@link Reception} has decided whether
 * a second factor is still to be asked for. Here it keeps the name for this request only. Whatever the configurers set is
 * set before this.
 */
final class WrittenByReception<F extends AbstractAuthenticationProcessingFilter> implements ObjectPostProcessor<F> {

    @Override
    public <O extends F> O postProcess(O filter) {
        filter.setSecurityContextRepository(new RequestAttributeSecurityContextRepository());
        return filter;
    }
}
