package id.go.cirebonkab.lajur.platform;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The database of the application. With {@code spring.datasource.url} Spring Boot's own auto-configuration does all;
 * else the server is a bean that starts when it is made, so that all that needs it comes after and is closed before it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class EmbeddedDatabaseConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Conditional(DatabaseChoice.Embedded.class)
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres embeddedPostgres(DatabaseSettings settings) {
            return EmbeddedPostgres.start(settings.dataPath());
        }

        @Bean
        @Primary
        @ConfigurationProperties("spring.datasource.hikari")
        HikariDataSource dataSource(EmbeddedPostgres postgres) {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(postgres.jdbcUrl());
            pool.setUsername(EmbeddedPostgres.APP);
            pool.setPassword(postgres.appPassword());
            return pool;
        }

        /** For the migrations only: a connection for each use, none kept. */
        @Bean(defaultCandidate = false)
        @FlywayDataSource
        DataSource flywayDataSource(EmbeddedPostgres postgres) {
            return postgres.dataSource(EmbeddedPostgres.DATABASE, EmbeddedPostgres.OWNER, postgres.ownerPassword());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(DatabaseChoice.None.class)
    static class None {

        @Bean
        static BeanFactoryPostProcessor refusal() {
            throw new NoDatabaseException();
        }
    }
}
