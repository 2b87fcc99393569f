package id.go.cirebonkab.lajur.support;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

class OwnDatabaseCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, OwnDatabase.class)
                ? new OwnDatabaseCustomizer()
                : null;
    }

    /** A record without parts, so that equal tests go on sharing one cached context. */
    record OwnDatabaseCustomizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            var database = TestDatabase.fresh();
            TestServer.ofThisJvm().outlive(context);
            var settings = new LinkedHashMap<String, Object>();
            settings.put("lajur.database", "url");
            settings.put("spring.datasource.url", database.url());
            settings.put("spring.datasource.username", TestDatabase.APP);
            settings.put("spring.datasource.password", database.appPassword());
            settings.put("spring.flyway.url", database.url());
            settings.put("spring.flyway.user", TestDatabase.OWNER);
            settings.put("spring.flyway.password", database.ownerPassword());
            // Cached contexts keep their pools: idle connections would use up the one server.
            settings.put("spring.datasource.hikari.minimum-idle", "0");
            settings.put("spring.datasource.hikari.idle-timeout", "10000");
            settings.put("lajur.privacy.key", TestDatabase.PRIVACY_KEY);
            settings.put("spring.test.database.replace", "none");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("own database", settings));
        }
    }
}
