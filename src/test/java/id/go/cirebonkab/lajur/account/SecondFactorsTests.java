package id.go.cirebonkab.lajur.account;

import static id.go.cirebonkab.lajur.account.SecondFactors.Outcome.RIGHT;
import static id.go.cirebonkab.lajur.account.SecondFactors.Outcome.RIGHT_BY_RECOVERY_CODE;
import static id.go.cirebonkab.lajur.account.SecondFactors.Outcome.SIGN_IN_AGAIN;
import static id.go.cirebonkab.lajur.account.SecondFactors.Outcome.WAIT;
import static id.go.cirebonkab.lajur.account.SecondFactors.Outcome.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.platform.OtherKeys;
import id.go.cirebonkab.lajur.platform.Vault;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.shared.Times;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.StandingClock;
import id.go.cirebonkab.lajur.support.TestDatabase;
import id.go.cirebonkab.lajur.support.Together;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class SecondFactorsTests {

    private static final String NEW_KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private StandingClock clock;

    @Autowired
    private TransactionTemplate transaction;

    private final PasswordEncoder passwords = new UnhurriedEncoder();
    private final UUID signIn = UUID.randomUUID();
    private final UUID browser = UUID.randomUUID();

    private SecondFactors factors;
    private Account account;
    private long id;

    @BeforeEach
    void somebody() {
        factors = new SecondFactors(jdbc, vault, passwords, clock, transaction);
        account = somebodyAs(Role.SUPERVISOR);
        id = account.id();
    }

    @Test
    void nothingIsAskedForUntilATelephoneHasProvedThatItKnowsTheSecret() {
        factors.begin(id, browser, true);
        assertThat(factors.isSetUp(id)).isFalse();
        assertThat(factors.confirm(id, browser, "000000")).isEmpty();
        assertThat(factors.isSetUp(id)).isFalse();

        assertThat(setUp()).hasSize(10).doesNotHaveDuplicates();

        assertThat(factors.isSetUp(id)).isTrue();
        assertThat(factors.begun(id, browser)).isEmpty();
    }

    @Test
    void aCodeIsTakenOnceAndNoEarlierOneAfterIt() {
        var telephone = telephone();
        clock.forward(Duration.ofMinutes(5));
        var code = telephone.codeAt(clock.instant());
        var before = telephone.codeAt(clock.instant().minusSeconds(30));

        assertThat(factors.tryCode(id, signIn, code)).isEqualTo(RIGHT);
        assertThat(factors.tryCode(id, signIn, code)).isEqualTo(WRONG);
        assertThat(factors.tryCode(id, signIn, before)).isEqualTo(WRONG);

        clock.forward(Duration.ofSeconds(30));
        assertThat(factors.tryCode(id, signIn, " " + spaced(telephone.codeAt(clock.instant()))))
                .isEqualTo(RIGHT);
    }

    @Test
    void theCodeThatProvedTheTelephoneDoesNotSignIn() {
        factors.begin(id, browser, true);
        var code = factors.begun(id, browser).orElseThrow().codeAt(clock.instant());
        factors.confirm(id, browser, code);

        assertThat(factors.tryCode(id, signIn, code)).isEqualTo(WRONG);
    }

    @Test
    void ofTwoWithTheSameCodeAtOnceOneComesIn() throws Exception {
        var telephone = telephone();
        clock.forward(Duration.ofMinutes(5));
        var code = telephone.codeAt(clock.instant());

        assertThat(Together.all(
                        () -> factors.tryCode(id, UUID.randomUUID(), code),
                        () -> factors.tryCode(id, UUID.randomUUID(), code)))
                .containsExactlyInAnyOrder(RIGHT, WRONG);
    }

    @Test
    void ofTwoWithTheSameRecoveryCodeAtOnceOneComesIn() throws Exception {
        var code = setUp().get(3);

        assertThat(Together.all(
                        () -> factors.tryCode(id, UUID.randomUUID(), code),
                        () -> factors.tryCode(id, UUID.randomUUID(), code)))
                .containsExactlyInAnyOrder(RIGHT_BY_RECOVERY_CODE, WRONG);
        assertThat(factors.recoveryCodesLeft(id)).isEqualTo(9);
    }

    @Test
    void aRecoveryCodeIsReadHoweverItIsWrittenAndOnlyForItsOwner() {
        var code = setUp().get(0);
        var other = somebodyAs(Role.OFFICER).id();

        assertThat(factors.tryCode(other, signIn, code)).isEqualTo(WRONG);
        assertThat(factors.tryCode(id, signIn, " " + code.toUpperCase().replace("-", " ")))
                .isEqualTo(RIGHT_BY_RECOVERY_CODE);
    }

    @Test
    void newRecoveryCodesEndTheOldOnesAndNoneIsKeptAsItIs() {
        var old = setUp();
        var fresh = factors.renewRecoveryCodes(id);

        assertThat(factors.tryCode(id, signIn, old.get(0))).isEqualTo(WRONG);
        assertThat(factors.tryCode(id, signIn, fresh.get(0))).isEqualTo(RIGHT_BY_RECOVERY_CODE);
        assertThat(jdbc.sql("select code_hash from recovery_code where account_id = ?")
                        .params(id)
                        .query(String.class)
                        .list())
                .hasSize(9)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void afterFiveWrongCodesThePasswordIsAskedForAgain() {
        var telephone = telephone();
        clock.forward(Duration.ofMinutes(5));
        for (var time = 0; time < 5; time++) {
            assertThat(factors.tryCode(id, signIn, "wrong")).isEqualTo(WRONG);
        }

        assertThat(factors.tryCode(id, signIn, telephone.codeAt(clock.instant())))
                .isEqualTo(SIGN_IN_AGAIN);
        assertThat(factors.tryCode(id, UUID.randomUUID(), telephone.codeAt(clock.instant())))
                .isEqualTo(RIGHT);
    }

    @Test
    void tenWrongCodesInWhateverSignInsAreEnoughForAnHour() throws Exception {
        var telephone = telephone();
        clock.forward(Duration.ofMinutes(5));
        for (var time = 0; time < 5; time++) {
            assertThat(Together.all(
                            () -> factors.tryCode(id, UUID.randomUUID(), "000000"),
                            () -> factors.tryCode(id, UUID.randomUUID(), "aaaa-bbbb-cccc")))
                    .containsOnly(WRONG);
        }

        assertThat(factors.tryCode(id, UUID.randomUUID(), telephone.codeAt(clock.instant())))
                .isEqualTo(WAIT);
        assertThat(factors.tryCodeOrPassword(id, "", "kata-sandi")).isEqualTo(WAIT);
        clock.forward(Duration.ofMinutes(61));
        assertThat(factors.tryCode(id, UUID.randomUUID(), telephone.codeAt(clock.instant())))
                .isEqualTo(RIGHT);
    }

    @Test
    void aChangeNeedsACodeOrThePassword() {
        setUp();

        assertThat(factors.tryCodeOrPassword(id, "", "")).isEqualTo(WRONG);
        assertThat(factors.tryCodeOrPassword(id, "000000", "kata-sandi")).isEqualTo(WRONG);
        assertThat(factors.tryCodeOrPassword(id, "", "kata-sandi")).isEqualTo(RIGHT);
    }

    @Test
    void theOldTelephoneWorksUntilTheNewOneIsProved() {
        var old = telephone();
        factors.begin(id, browser, true);
        clock.forward(Duration.ofMinutes(5));
        assertThat(factors.tryCode(id, signIn, old.codeAt(clock.instant()))).isEqualTo(RIGHT);

        var telephone = factors.begun(id, browser).orElseThrow();
        clock.forward(Duration.ofMinutes(5));
        assertThat(factors.confirm(id, browser, telephone.codeAt(clock.instant())))
                .isPresent();

        clock.forward(Duration.ofMinutes(5));
        assertThat(factors.tryCode(id, signIn, old.codeAt(clock.instant()))).isEqualTo(WRONG);
        assertThat(factors.tryCode(id, signIn, telephone.codeAt(clock.instant())))
                .isEqualTo(RIGHT);
    }

    @Test
    void onlyWhoBeganSeesTheSecretAndCanProveIt() {
        var other = UUID.randomUUID();
        factors.begin(id, browser, false);
        var telephone = factors.begun(id, browser).orElseThrow();

        assertThat(factors.begun(id, other)).isEmpty();
        assertThat(factors.confirm(id, other, telephone.codeAt(clock.instant())))
                .isEmpty();
        assertThat(factors.confirm(id, browser, telephone.codeAt(clock.instant())))
                .isPresent();
    }

    @Test
    void noOtherIsBegunWithoutProofWhereThereIsOne() {
        setUp();

        assertThat(factors.begin(id, browser, false)).isFalse();
        assertThat(factors.begun(id, browser)).isEmpty();
        assertThat(factors.begin(id, browser, true)).isTrue();
    }

    @Test
    void onceTakenAwayNothingOfItIsLeft() {
        setUp();
        factors.begin(id, browser, true);
        var keys = keys();

        factors.remove(id);

        assertThat(factors.isSetUp(id)).isFalse();
        assertThat(factors.begun(id, browser)).isEmpty();
        assertThat(factors.recoveryCodesLeft(id)).isZero();
        assertThat(keys()).isEqualTo(keys - 2);
    }

    @Test
    void theSecretIsSealedAndItsKeyIsWrappedAnewWithAllOthers() {
        var telephone = telephone();
        assertThat(new String(
                        jdbc.sql("select secret from second_factor where account_id = ?")
                                .params(id)
                                .query(byte[].class)
                                .single(),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain(telephone.secret());
        clock.forward(Duration.ofMinutes(5));

        transaction.executeWithoutResult(status -> {
            var both = OtherKeys.vault(jdbc, clock, NEW_KEY + "," + TestDatabase.PRIVACY_KEY);
            while (both.rewrapSome() > 0) {}
            var afterwards =
                    new SecondFactors(jdbc, OtherKeys.vault(jdbc, clock, NEW_KEY), passwords, clock, transaction);
            assertThat(afterwards.tryCode(id, signIn, telephone.codeAt(clock.instant())))
                    .isEqualTo(RIGHT);
            status.setRollbackOnly();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "OFF, DISTRICT_ADMIN, NOTHING",
        "OFF, SYSTEM_ADMIN, NOTHING",
        "OFF, OFFICER, NOTHING",
        "OFF, SUPERVISOR, NOTHING",
        "ADMINS, DISTRICT_ADMIN, SET_UP",
        "ADMINS, SYSTEM_ADMIN, SET_UP",
        "ADMINS, OFFICER, NOTHING",
        "ADMINS, SUPERVISOR, NOTHING",
        "ALL, DISTRICT_ADMIN, SET_UP",
        "ALL, SYSTEM_ADMIN, SET_UP",
        "ALL, OFFICER, SET_UP",
        "ALL, SUPERVISOR, SET_UP"
    })
    void whoMustHaveOneIsARuleAndWhoHasOneIsAlwaysAsked(
            SecondFactorSettings.Wanted wanted, Role role, SecondFactorRule.Step step) {
        account = somebodyAs(role);
        id = account.id();
        var rule = new SecondFactorRule(new SecondFactorSettings(wanted), factors);

        assertThat(rule.after(SignInWay.PASSWORD, account)).isEqualTo(step);
        assertThat(rule.after(SignInWay.PASSKEY, account)).isEqualTo(SecondFactorRule.Step.NOTHING);
        assertThat(rule.after(SignInWay.IDENTITY_PROVIDER_TWO_FACTOR, account))
                .isEqualTo(SecondFactorRule.Step.NOTHING);
        setUp();
        assertThat(rule.after(SignInWay.PASSWORD, account)).isEqualTo(SecondFactorRule.Step.CODE);
    }

    private List<String> setUp() {
        telephone();
        return factors.renewRecoveryCodes(id);
    }

    /** One that is set up. */
    private Totp telephone() {
        factors.begin(id, browser, true);
        var telephone = factors.begun(id, browser).orElseThrow();
        assertThat(factors.confirm(id, browser, telephone.codeAt(clock.instant())))
                .isPresent();
        return telephone;
    }

    private static String spaced(String code) {
        return code.substring(0, 3) + " " + code.substring(3);
    }

    private long keys() {
        return jdbc.sql("select count(*) from data_key").query(Long.class).single();
    }

    private Account somebodyAs(Role role) {
        // With numbers of their own: other tests of this database number theirs themselves.
        var number = 700_000L + COUNT.incrementAndGet();
        var officer = role == Role.OFFICER ? number : null;
        if (officer != null) {
            jdbc.sql("insert into officer (id, name) values (?, 'Petugas')")
                    .params(officer)
                    .update();
        }
        jdbc.sql("""
                        insert into account (id, username, display_name, password_hash, role, officer_id, created_at)
                        values (?, ?, 'Orang', ?, ?, ?, ?)""")
                .params(
                        number,
                        "faktor-" + number,
                        passwords.encode("kata-sandi"),
                        role.name(),
                        officer,
                        Times.offset(clock.instant()))
                .update();
        return new Accounts(jdbc, clock).active("faktor-" + number).orElseThrow();
    }
}
