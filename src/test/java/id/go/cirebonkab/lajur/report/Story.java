package id.go.cirebonkab.lajur.report;

import id.go.cirebonkab.lajur.LajurApplication;
import id.go.cirebonkab.lajur.agency.Agency;
import id.go.cirebonkab.lajur.complaint.Answer;
import id.go.cirebonkab.lajur.complaint.AnswerText;
import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.Report;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.sla.ClockHand;
import id.go.cirebonkab.lajur.sla.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tells what happens to complaints, by the real commands, at times that the story names. No job runs by itself. */
class Story {

    static final Actor ADMIN = new Actor(1L, "Admin", Role.DISTRICT_ADMIN, Set.of());
    private static final Actor INTAKE = Actor.system("intake");

    private final ComplaintCommands complaints;
    private final ApplicationContext context;
    private final Hand clock;
    private long lastId = 1_000;

    Story(ComplaintCommands complaints, ApplicationContext context, Hand clock) {
        this.complaints = complaints;
        this.context = context;
        this.clock = clock;
    }

    /** A clock that stands until it is set. */
    static final class Hand implements DomainClock {

        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Duration ahead() {
            return Duration.ZERO;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackageClasses = LajurApplication.class)
    @ComponentScan(basePackageClasses = {Agency.class, ComplaintCommands.class, Step.class, Figures.class})
    @Import(Files.class)
    static class Rooms {

        @Bean
        Clock systemClock() {
            return Clock.systemUTC();
        }

        @Bean
        Hand domainClock() {
            return new Hand();
        }

        @Bean
        Story story(ComplaintCommands complaints, ApplicationContext context, Hand clock) {
            return new Story(complaints, context, clock);
        }
    }

    /** Begins anew: nobody has complained yet. @param wib such as {@code 2026-11-23T09:00} */
    Story beginsAt(String wib) {
        var owner = new DriverManagerDataSource(
                setting("spring.flyway.url"), setting("spring.flyway.user"), setting("spring.flyway.password"));
        var database = JdbcClient.create(owner);
        database.sql("""
                        insert into account (id, username, display_name, password_hash, role, created_at)
                        values (1, 'admin', 'Admin', '', 'DISTRICT_ADMIN', '2026-01-01') on conflict do nothing""").update();
        // Complaints can't be deleted by the application, and the history by nobody.
        JdbcClient.create(owner)
                .sql("truncate complaint, figure, figure_delta cascade")
                .update();
        return goesOnAt(wib);
    }

    private String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    Story goesOnAt(String wib) {
        clock.now = Instant.parse(wib + ":00+07:00");
        ClockHand.flag(context);
        return this;
    }

    static Actor officerOf(String... agencyCodes) {
        return new Actor(null, "Petugas", Role.OFFICER, Set.of(agencyCodes));
    }

    TrackingId complaintArrives() {
        var id = new TrackingId(++lastId);
        complaints.take(
                new Report(
                        id,
                        "Jalan rusak",
                        "Jalan di depan pasar berlubang.",
                        null,
                        null,
                        false,
                        false,
                        null,
                        null,
                        null,
                        null,
                        clock.now,
                        "fingerprint " + id),
                List.of(),
                INTAKE,
                clock.now);
        return id;
    }

    TrackingId complaintForwardedTo(String lead, String... supporting) {
        var id = complaintArrives();
        forward(id, lead, supporting);
        return id;
    }

    void forward(TrackingId id, String lead, String... supporting) {
        complaints.forward(id, null, lead, List.of(supporting), null, ADMIN);
    }

    void returnToDesk(TrackingId id, String lead) {
        complaints.returnToDesk(id, null, "Bukan wewenang kami.", officerOf(lead));
    }

    void answer(TrackingId id, String lead) {
        complaints.answer(
                id, null, new AnswerText(Answer.Kind.FINAL, "Sudah kami perbaiki.", null), List.of(), officerOf(lead));
    }

    void relay(TrackingId id) {
        complaints.approve(id, null, null, ADMIN);
        complaints.markRelayed(id, Actor.system("relay"));
    }

    TrackingId complaintAnsweredBy(String lead) {
        var id = complaintForwardedTo(lead);
        answer(id, lead);
        relay(id);
        return id;
    }

    void becomesPengawasan(TrackingId id, String accused) {
        complaints.classify(id, null, Classification.PENGAWASAN, accused, "Menyangkut pegawai.", ADMIN);
    }
}
