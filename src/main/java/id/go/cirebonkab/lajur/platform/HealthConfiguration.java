package id.go.cirebonkab.lajur.platform;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The database is well when the pool is. Spring Boot would ask every data source, also the one of the migrations, which
 * makes a new connection for each stranger who asks.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    DataSourceHealthIndicator dbHealthContributor(DataSource dataSource) {
        return new DataSourceHealthIndicator(dataSource);
    }
}
