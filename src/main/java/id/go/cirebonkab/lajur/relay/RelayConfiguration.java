package id.go.cirebonkab.lajur.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelaySettings.class)
class RelayConfiguration {

    /** Threads for the couriers alone: a slow portal keeps neither jobs nor pages waiting. */
    @Bean(defaultCandidate = false)
    SimpleAsyncTaskExecutor couriers() {
        var threads = new SimpleAsyncTaskExecutor("courier-");
        threads.setTaskTerminationTimeout(Duration.ofSeconds(10).toMillis());
        return threads;
    }
}
