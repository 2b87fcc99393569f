package id.go.cirebonkab.lajur.report;

import id.go.cirebonkab.lajur.LajurApplication;
import id.go.cirebonkab.lajur.agency.Agency;
import id.go.cirebonkab.lajur.audit.AuditLog;
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

    /** No {@code @Configuration}, so that a test of the whole application does not find it. */
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackageClasses = LajurApplication.class)
    @ComponentScan(
            basePackageClasses = {
                Files.class,
                AuditLog.class,
                Agency.class,
                ComplaintCommands.class,
                Step.class,
                Figures.class
            })
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
        var database = asOwner();
        database.sql("""
                        insert into account (id, username, display_name, password_hash, role, created_at)
                        values (1, 'admin', 'Admin', '', 'DISTRICT_ADMIN', '2026-01-01') on conflict do nothing""").update();
        database.sql("insert into officer (id, name) values (1, 'Petugas') on conflict do nothing")
                .update();
        database.sql("""
                        insert into assignment_letter (officer_id, agency_code, number, issued_on, valid_from, valid_until)
                        select 1, code, 'Uji', '2000-01-01', '2000-01-01', '2099-12-31' from agency
                        where not exists (select from assignment_letter)""").update();
        // Complaints can't be deleted by the application, and the history by nobody.
        database.sql("truncate complaint, figure, figure_delta cascade").update();
        return goesOnAt(wib);
    }

    /** Long ended complaints, their clocks and counters, as the application itself could not write them at once. */
    void yearsHaveGoneBy() {
        var database = asOwner();
        database.sql("""
                        insert into complaint (tracking_id, state, round, version, title, content, redacted_title,
                            redacted_content, classification, classified, anonymous, secret, received_at, queued_at,
                            state_since, lead_agency)
                        select 5000000 + n, 'CLOSED', 1, 5, 'Lama', '', 'Lama', '', 'NON_PENGAWASAN', false, false, false,
                            t, t, t, 'dlh'
                        from generate_series(1, 20000) n, lateral (select timestamptz '2024-01-01' + n * interval '1 hour' t)""").update();
        database.sql("""
                        insert into clock (tracking_id, round, step, owner, policy_id, started_at, due_at, warn_at, skipped,
                            stopped_at, breached_at, outcome)
                        select tracking_id, 1, 'ANSWER', 'dlh', (select min(id) from policy), queued_at, queued_at,
                            queued_at, '', queued_at, queued_at, 'BREACHED'
                        from complaint where state = 'CLOSED'""").update();
        database.sql("""
                        insert into complaint_access (agency_code, tracking_id, queued_at)
                        select 'dlh', tracking_id, queued_at from complaint where state = 'CLOSED'""").update();
        database.sql("""
                        insert into figure (metric, label, agency_code, month, amount)
                        select 'step.met', 'ANSWER', code, date '2000-01-01' + n * interval '1 month', 1
                        from agency, generate_series(0, 240) n""").update();
        database.sql("analyze").update();
    }

    private JdbcClient asOwner() {
        return JdbcClient.create(new DriverManagerDataSource(
                setting("spring.flyway.url"), setting("spring.flyway.user"), setting("spring.flyway.password")));
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
        return new Actor(null, "Petugas", Role.OFFICER, Set.of(agencyCodes), 1L);
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
        long answer = context.getBean(JdbcClient.class)
                .sql("select max(id) from answer where tracking_id = ?")
                .params(id.value())
                .query(Long.class)
                .single();
        complaints.markRelayed(id, answer, Actor.system("relay"));
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
