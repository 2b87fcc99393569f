package id.go.cirebonkab.lajur.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import id.go.cirebonkab.lajur.support.TestDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseChoiceTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
            .withUserConfiguration(EmbeddedDatabaseConfiguration.class)
            .withPropertyValues("spring.flyway.locations=classpath:support/migration");

    /** One for all, since the first start is the slow one. */
    @TempDir
    private static Path dataDir;

    @Test
    void theEmbeddedOneIsUsedWhenAskedFor() {
        application
                .withPropertyValues(
                        "lajur.database=embedded",
                        "lajur.data-dir=" + dataDir,
                        "spring.datasource.hikari.maximum-pool-size=3")
                .run(context -> {
                    var pool = context.getBean(DataSource.class);
                    assertThat(pool)
                            .isInstanceOfSatisfying(
                                    HikariDataSource.class,
                                    hikari -> assertThat(hikari.getMaximumPoolSize())
                                            .isEqualTo(3));
                    var jdbc = new JdbcTemplate(pool);
                    assertThat(jdbc.queryForObject("select current_user", String.class))
                            .isEqualTo(EmbeddedPostgres.APP);
                    assertThat(jdbc.queryForObject(
                                    "select tableowner from pg_tables where tablename = 'note'", String.class))
                            .isEqualTo(EmbeddedPostgres.OWNER);
                });
    }

    @Test
    void theEmbeddedOneIsUsedInCobaWhenNothingIsSaid() {
        application
                .withPropertyValues("spring.profiles.active=coba", "lajur.data-dir=" + dataDir)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(EmbeddedPostgres.class));
    }

    @Test
    void theUrlIsUsedWhenItIsSetEvenInCoba() {
        var database = TestDatabase.fresh();
        application
                .withPropertyValues(
                        "spring.profiles.active=coba",
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + TestDatabase.APP,
                        "spring.datasource.password=" + database.appPassword(),
                        "spring.flyway.user=" + TestDatabase.OWNER,
                        "spring.flyway.password=" + database.ownerPassword())
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class);
                    assertThat(new JdbcTemplate(context.getBean(DataSource.class))
                                    .queryForObject("select count(*) from note", Long.class))
                            .isZero();
                });
    }

    @Test
    void withoutAChoiceTheApplicationDoesNotStartAndSaysWhatToSet() {
        application.run(context -> {
            assertThat(context).hasFailed();
            var analysis = new NoDatabaseFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis)
                    .isNotNull()
                    .extracting(FailureAnalysis::getAction)
                    .asString()
                    .contains("spring.datasource.url", "spring.flyway.user", "lajur.database=embedded");
        });
    }

    @Test
    void aSecondApplicationInTheSameDirectoryIsToldSo() {
        try (var first = EmbeddedPostgres.start(dataDir)) {
            assertThat(first.port()).isPositive();
            application
                    .withPropertyValues("lajur.database=embedded", "lajur.data-dir=" + dataDir)
                    .run(context -> {
                        assertThat(context).hasFailed();
                        var analysis = new EmbeddedPostgresFailureAnalyzer().analyze(context.getStartupFailure());
                        assertThat(analysis)
                                .isNotNull()
                                .extracting(FailureAnalysis::getDescription)
                                .asString()
                                .contains("already works in", dataDir.toString());
                    });
        }
    }
}
