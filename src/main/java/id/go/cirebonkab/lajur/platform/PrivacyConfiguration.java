package id.go.cirebonkab.lajur.platform;

import java.time.Clock;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PrivacySettings.class, DatabaseSettings.class})
class PrivacyConfiguration {

    @Bean
    MasterKeys masterKeys(PrivacySettings settings, DatabaseSettings database, Environment environment) {
        if (StringUtils.hasText(settings.key())) {
            return MasterKeys.of(settings.key());
        }
        if (DatabaseChoice.in(environment) == DatabaseChoice.EMBEDDED) {
            return MasterKeys.keptIn(database.dataPath());
        }
        throw new UnusablePrivacyKeyException("No key for personal data is set.");
    }

    @Bean
    JavaMigration sealPersonalData(MasterKeys masters, Clock systemClock) {
        return new V15__SealPersonalData(masters, systemClock);
    }
}
