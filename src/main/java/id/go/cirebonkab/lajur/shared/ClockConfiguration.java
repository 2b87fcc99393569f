package id.go.cirebonkab.lajur.shared;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    @Profile("!coba")
    DomainClock domainClock(Clock systemClock) {
        return new SystemDomainClock(systemClock);
    }
}
