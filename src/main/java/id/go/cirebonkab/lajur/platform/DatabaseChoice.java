package id.go.cirebonkab.lajur.platform;

import java.util.Locale;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Which PostgreSQL is used. Nobody gets an embedded one by accident: outside of coba it must be asked for. */
enum DatabaseChoice {
    EMBEDDED,
    URL,
    NONE;

    static DatabaseChoice in(Environment environment) {
        var asked = environment.getProperty("lajur.database", "").strip().toLowerCase(Locale.ROOT);
        var hasUrl = StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        return switch (asked) {
            case "embedded" -> EMBEDDED;
            case "" -> hasUrl ? URL : environment.acceptsProfiles(Profiles.of("coba")) ? EMBEDDED : NONE;
            case "url" -> hasUrl ? URL : NONE;
            default -> NONE;
        };
    }

    static class Embedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return in(context.getEnvironment()) == EMBEDDED;
        }
    }

    static class None implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return in(context.getEnvironment()) == NONE;
        }
    }
}
