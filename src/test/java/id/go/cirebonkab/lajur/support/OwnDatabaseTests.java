package id.go.cirebonkab.lajur.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class OwnDatabaseTests {

    private static final String THROW_AWAY = "spring.flyway.locations=classpath:support/migration";

    @Nested
    @OwnDatabase
    @SpringBootTest(classes = OnlyTheDatabase.class, properties = THROW_AWAY)
    class WithSpringBootTest {

        @Test
        void theApplicationWorksAndTheOwnerMigrates(@Autowired JdbcTemplate jdbc) {
            seeThatTheApplicationWorksAndTheOwnerMigrates(jdbc);
        }
    }

    @Nested
    @OwnDatabase
    @DataJpaTest(properties = THROW_AWAY)
    class WithDataJpaTest {

        @Test
        void theApplicationWorksAndTheOwnerMigrates(@Autowired JdbcTemplate jdbc) {
            seeThatTheApplicationWorksAndTheOwnerMigrates(jdbc);
        }
    }

    @Test
    void noTwoDatabasesAreTheSame() {
        assertThat(TestDatabase.fresh().url()).isNotEqualTo(TestDatabase.fresh().url());
    }

    private static void seeThatTheApplicationWorksAndTheOwnerMigrates(JdbcTemplate jdbc) {
        assertThat(jdbc.queryForObject("select current_user", String.class)).isEqualTo(TestDatabase.APP);
        assertThat(jdbc.queryForObject("select tableowner from pg_tables where tablename = 'note'", String.class))
                .isEqualTo(TestDatabase.OWNER);
        assertThat(jdbc.queryForObject("select count(*) from note", Long.class)).isZero();
        jdbc.update("insert into note (text) values ('kept')");
        assertThatThrownBy(() -> jdbc.execute("delete from note"))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class OnlyTheDatabase {}
}
