package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.shared.Sha256;
import id.go.cirebonkab.lajur.shared.Times;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.StandingClock;
import id.go.cirebonkab.lajur.support.Together;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.ModelAndView;

/** Two nodes that start at the same time have one first administrator between them. */
@RoomTest
class FirstAdministratorTests {

    /** Nothing is asked of it. */
    private static final ApplicationReadyEvent READY = null;

    @Autowired
    private StandingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditLog log;

    @Autowired
    private TransactionTemplate transaction;

    private FirstAdministrator first;

    @BeforeEach
    void thereIsNone() {
        nobodyIsLeft();
        // Other tests have given the first numbers away by themselves.
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into account (username, display_name, role, created_at)
                            select 'nomor-' || n, 'Nomor', 'SUPERVISOR', '2026-01-01T00:00Z' from generate_series(1, 1000) n
                            on conflict do nothing""").update();
            status.setRollbackOnly();
        });
        first = new FirstAdministrator(
                new Accounts(jdbc, clock),
                new OneTimeLinks(jdbc, clock),
                new PasswordRules(new BCryptPasswordEncoder(4)),
                log,
                clock,
                transaction);
    }

    /** Other tests share the database. */
    @AfterEach
    void nobodyIsLeft() {
        jdbc.sql("update account set active = false where role = 'SYSTEM_ADMIN'")
                .update();
        jdbc.sql("delete from one_time_link where purpose = 'FIRST_ADMINISTRATOR'")
                .update();
    }

    @Test
    void whoeverStartsLastVoidsTheOthersLink() throws Exception {
        Together.all(this::start, this::start, this::start, this::start);

        assertThat(links()).isEqualTo(1);
    }

    @Test
    void ofTwoLinksOneMakesAnAdministratorAndTheOtherIsGone() throws Exception {
        var one = aLink();
        var other = aLink();

        var answers = Together.all(() -> create(one), () -> create(other));

        assertThat(answers).hasAtLeastOneElementOfType(ModelAndView.class).hasAtLeastOneElementOfType(LinkGone.class);
        assertThatExceptionOfType(LinkGone.class).isThrownBy(() -> first.form(other));
        assertThat(links()).isZero();
    }

    private boolean start() {
        first.on(READY);
        return true;
    }

    private ModelAndView create(String token) {
        return first.create(
                token, "kelola." + UUID.randomUUID().toString().substring(0, 8), "Pengelola", "kerbau lumpur senja 47");
    }

    private String aLink() {
        var token = UUID.randomUUID().toString();
        jdbc.sql("insert into one_time_link (token_hash, purpose, expires_at) values (?, 'FIRST_ADMINISTRATOR', ?)")
                .params(Sha256.hex(token), Times.offset(clock.instant().plus(Duration.ofHours(1))))
                .update();
        return token;
    }

    private long links() {
        return jdbc.sql("select count(*) from one_time_link where purpose = 'FIRST_ADMINISTRATOR'")
                .query(Long.class)
                .single();
    }
}
