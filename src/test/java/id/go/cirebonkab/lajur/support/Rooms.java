package id.go.cirebonkab.lajur.support;

import id.go.cirebonkab.lajur.LajurApplication;
import id.go.cirebonkab.lajur.agency.Agency;
import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.intake.Inbox;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.relay.Portal;
import id.go.cirebonkab.lajur.relay.ScriptedPortal;
import id.go.cirebonkab.lajur.sla.Step;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rooms between the portal's door in and its door out. Nothing is scheduled: a test runs the jobs that it means.
 *
 * <p>No {@code @Configuration}, so that a test of the whole application does not find it.
 */
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackageClasses = LajurApplication.class)
@ComponentScan(
        basePackageClasses = {
            Agency.class,
            AuditLog.class,
            ComplaintCommands.class,
            Step.class,
            Portal.class,
            Inbox.class
        })
@Import({Files.class, Bystander.class})
class Rooms {

    @Bean
    StandingClock systemClock() {
        return new StandingClock();
    }

    @Bean
    StandingDomainClock domainClock() {
        return new StandingDomainClock();
    }

    @Bean
    ScriptedPortal portal() {
        return new ScriptedPortal();
    }

    @Bean
    Desk desk(ComplaintCommands complaints, StandingDomainClock clock, JdbcClient jdbc) {
        return new Desk(complaints, clock, jdbc);
    }
}
