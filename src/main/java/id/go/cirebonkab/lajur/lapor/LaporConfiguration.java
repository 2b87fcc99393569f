package id.go.cirebonkab.lajur.lapor;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WebhookSettings.class, ApiSettings.class, MailboxSettings.class})
class LaporConfiguration {

    @Bean
    FilterRegistrationBean<RawBodyFilter> rawBodyFilter() {
        var registration = new FilterRegistrationBean<>(new RawBodyFilter());
        registration.addUrlPatterns(NotificationController.PATH);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
