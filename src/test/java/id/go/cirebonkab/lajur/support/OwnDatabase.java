package id.go.cirebonkab.lajur.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Gives the application context of a test a fresh, empty PostgreSQL database of its own, with the two roles of a real
 * one: the application works as {@code lajur_app}, Flyway migrates as {@code lajur_owner}. Beside
 * {@code @SpringBootTest} or {@code @DataJpaTest}; tests that share a context share its database.
 *
 * <p>The database is the embedded one, or, with {@code -Dlajur.test.database=testcontainers}, a container's.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ContextCustomizerFactories(OwnDatabaseCustomizerFactory.class)
public @interface OwnDatabase {}
