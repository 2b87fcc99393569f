package id.go.cirebonkab.lajur.support;

import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where cases begin: {@code desk.at("2026-11-23 09:00").aComplaint().forwardedTo("dputr")}. */
public final class Desk {

    final ComplaintCommands complaints;
    final StandingDomainClock clock;
    private final JdbcClient jdbc;

    Desk(ComplaintCommands complaints, StandingDomainClock clock, JdbcClient jdbc) {
        this.complaints = complaints;
        this.clock = clock;
        this.jdbc = jdbc;
        jdbc.sql("insert into officer (id, name) values (1, 'Petugas') on conflict do nothing")
                .update();
        jdbc.sql("""
                        insert into officer (id, name) values (2, 'Pemegang surat tugas') on conflict do nothing""").update();
        jdbc.sql("""
                        insert into assignment_letter (officer_id, agency_code, number, issued_on, valid_from, valid_until)
                        select 2, code, 'Uji', '2000-01-01', '2000-01-01', '2099-12-31' from agency""").update();
        // The account of who holds all letters is off, so that notices go to those alone of whom a test speaks.
        jdbc.sql("""
                        insert into account (id, username, display_name, password_hash, role, officer_id, created_at) values
                            (1, 'ani', 'Ani', '', 'DISTRICT_ADMIN', null, '2026-01-01'),
                            (2, 'budi', 'Budi', '', 'DISTRICT_ADMIN', null, '2026-01-01'),
                            (3, 'citra', 'Citra', '', 'SUPERVISOR', null, '2026-01-01'),
                            (4, 'dedi', 'Dedi', '', 'SYSTEM_ADMIN', null, '2026-01-01'),
                            (11, 'petugas', 'Petugas', '', 'OFFICER', 1, '2026-01-01')""").update();
        jdbc.sql("""
                        insert into account (id, username, display_name, password_hash, role, officer_id, active, created_at)
                        values (12, 'surat', 'Pemegang', '', 'OFFICER', 2, false, '2026-01-01')""").update();
    }

    /** What the relay writes down before it says so to the complaint. */
    void deliveryBecomes(String status, TrackingId id) {
        jdbc.sql("update delivery set status = :status where tracking_id = :id and status = 'WAITING'")
                .param("status", status)
                .param("id", id.value())
                .update();
    }

    long answerAtHand(TrackingId id) {
        return jdbc.sql("select max(id) from answer where tracking_id = ? and kind <> 'CONTRIBUTION'")
                .params(id.value())
                .query(Long.class)
                .single();
    }

    /** From now on it is that time in WIB. */
    public Desk at(String wib) {
        clock.set(wib);
        return this;
    }

    public Instant now() {
        return clock.now();
    }

    public LocalDate today() {
        return clock.today();
    }

    /** A complaint that arrives as soon as something is done with it. */
    public Case aComplaint() {
        return aComplaint(ReportBuilder.aReport());
    }

    public Case aComplaint(ReportBuilder report) {
        return new Case(this, report);
    }
}
