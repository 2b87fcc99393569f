package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.agency.Officers;
import id.go.cirebonkab.lajur.agency.Officers.Person;
import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Times;
import id.go.cirebonkab.lajur.support.People;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.StandingClock;
import id.go.cirebonkab.lajur.support.StandingDomainClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Links where nobody carries mails; the journeys tell of those that are mailed. */
@RoomTest
class PasswordLinksTests {

    @Autowired
    private StandingClock clock;

    @Autowired
    private StandingDomainClock domainClock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditLog log;

    @Autowired
    private Officers officers;

    @Autowired
    private TransactionTemplate transaction;

    private PasswordLinks links;

    @BeforeEach
    void links(
            @Autowired Mandates mandates,
            @Autowired ApplicationEventPublisher events,
            @Autowired ObjectProvider<LinkPost> nobody,
            @Autowired Environment environment) {
        links = new PasswordLinks(
                new Accounts(jdbc, clock),
                new OneTimeLinks(jdbc, clock),
                new PasswordRules(new UnhurriedEncoder()),
                new Passkeys(jdbc),
                Binder.get(environment).bindOrCreate("lajur.account", AccountSettings.class),
                officers,
                mandates,
                log,
                events,
                nobody,
                clock,
                transaction);
    }

    @Test
    void nobodyWaitsForAPasswordToBeHashed() {
        var id = jdbc.sql("""
                        insert into account (id, username, display_name, role, created_at)
                        values (987_701, 'tautan.sendiri', 'Tautan', 'SUPERVISOR', ?) returning id""")
                .params(Times.offset(clock.instant()))
                .query(Long.class)
                .single();
        var made = transaction.execute(status -> links.make(id, Actor.system("uji")));

        links.setPassword(made.path().replaceFirst(".*=", ""), "kerbau lumpur senja 47");

        assertThat(new Accounts(jdbc, clock).get(id).passwordHash()).isNotNull();
    }

    @Test
    void whereNobodyCarriesMailsThePageSaysSo() {
        var page = new PasswordLinkController(links, null, null).ask(null);

        assertThat(page.getModel()).containsEntry("unable", true);
    }

    @Test
    void anAddressIsNewForADay() {
        domainClock.set("2026-11-23 09:00");
        // Other tests have given the first numbers away by themselves.
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into officer (name) select 'Nomor' from generate_series(1, 1000)
                            on conflict do nothing""").update();
            status.setRollbackOnly();
        });
        var officer = officers.register(new Person("Ibu Surel", null, "lama@lajur.example"), null, null, People.ADMIN);
        assertThat(officers.hasNewAddress(officer, Duration.ofHours(24))).isFalse();

        officers.change(officer, new Person("Ibu Surel", "0812000111", "lama@lajur.example"), null, People.ADMIN);
        assertThat(officers.hasNewAddress(officer, Duration.ofHours(24))).isFalse();
        officers.change(officer, new Person("Ibu Surel", "0812000111", "baru@lajur.example"), null, People.ADMIN);
        assertThat(officers.hasNewAddress(officer, Duration.ofHours(24))).isTrue();

        domainClock.set("2026-11-24 09:00");
        assertThat(officers.hasNewAddress(officer, Duration.ofHours(24))).isFalse();
    }
}
