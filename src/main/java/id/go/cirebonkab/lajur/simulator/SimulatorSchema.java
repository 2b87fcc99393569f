package id.go.cirebonkab.lajur.simulator;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The imitation's own tables, made when this bean is. It has its own Flyway with its own history, as the owner whom the
 * application's Flyway migrates as; that one must not be replaced, so this one is no bean.
 */
@Component
@Profile("coba")
class SimulatorSchema {

    static final String NAME = "simulasi";

    SimulatorSchema(
            ObjectProvider<Flyway> applications,
            DataSource dataSource,
            @Value("${spring.flyway.placeholders.app_role:lajur_app}") String appRole) {
        var application = applications.getIfAvailable();
        Flyway.configure()
                .dataSource(
                        application == null
                                ? dataSource
                                : application.getConfiguration().getDataSource())
                .schemas(NAME)
                .defaultSchema(NAME)
                .locations("classpath:db/simulasi")
                .placeholders(Map.of("app_role", appRole, "schema", NAME))
                .load()
                .migrate();
    }
}
