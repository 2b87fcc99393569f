package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.audit.AuditLog;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession
class SessionConfiguration {

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionTimeout(
            @Value("${spring.session.timeout}") Duration timeout) {
        return sessions -> {
            sessions.setDefaultMaxInactiveInterval(timeout);
            // IdleSessions does it, and says so.
            sessions.setCleanupCron(Scheduled.CRON_DISABLED);
        };
    }

    @Bean
    @Primary
    SparingSessions<?> sparingSessions(
            JdbcIndexedSessionRepository sessions,
            AccountSettings settings,
            JdbcClient jdbc,
            AuditLog log,
            Clock systemClock) {
        var longest = new LongestSession(settings.longestSession(), jdbc, log, systemClock);
        return SparingSessions.over(sessions, longest, systemClock);
    }
}
