package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.platform.Vault;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second factors of the accounts. Whatever is tried with one account goes one after the other, under the lock of its
 * row, so that tries are counted and codes used up exactly.
 */
@Component
class SecondFactors {

    /** Wrong codes in one sign-in; then the password is asked for again. */
    static final int TRIES_IN_A_SIGN_IN = 5;

    /** Wrong codes for one account within {@link #COUNTED}, in however many sign-ins. */
    static final int TRIES = 10;

    static final Duration COUNTED = Duration.ofHours(1);

    private static final String PURPOSE = "second factor";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final PasswordEncoder passwords;
    private final Clock systemClock;
    private final TransactionTemplate transaction;
    private final RecoveryCodes recoveryCodes;

    SecondFactors(
            JdbcClient jdbc,
            Vault vault,
            PasswordEncoder passwords,
            Clock systemClock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.passwords = passwords;
        this.systemClock = systemClock;
        this.transaction = transaction;
        this.recoveryCodes = new RecoveryCodes(jdbc);
    }

    /** What came of a try. */
    enum Outcome {
        RIGHT,
        /** A code from the paper, which is used up now. */
        RIGHT_BY_RECOVERY_CODE,
        WRONG,
        /** Not even looked at: too many wrong ones in this sign-in. */
        SIGN_IN_AGAIN,
        /** Not even looked at: too many wrong ones for this account. */
        WAIT;

        boolean isRight() {
            return this == RIGHT || this == RIGHT_BY_RECOVERY_CODE;
        }
    }

    boolean isSetUp(long account) {
        return jdbc.sql("select exists (select from second_factor where account_id = ? and state = 'ACTIVE')")
                .params(account)
                .query(Boolean.class)
                .single();
    }

    /** The accounts that have one. */
    Set<Long> accountsWithOne() {
        return new HashSet<>(jdbc.sql("select account_id from second_factor where state = 'ACTIVE'")
                .query(Long.class)
                .list());
    }

    /**
     * Makes a new secret. It is asked for only once a code has proved that a telephone knows it.
     *
     * @param in the sign-in or session that begins it: nobody else is shown it
     * @param proved that it is the owner who puts it in the place of the one that there is
     * @return whether it was begun: not where there is one, and nothing was proved
     */
    boolean begin(long account, UUID in, boolean proved) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock(account);
            if (!proved && isSetUp(account)) {
                return false;
            }
            forget(account, "PENDING");
            var key = vault.newKey(null);
            jdbc.sql("""
                            insert into second_factor (account_id, state, key_id, secret, made_at, begun_in)
                            values (?, 'PENDING', ?, ?, ?, ?)""")
                    .params(
                            account,
                            key.id(),
                            key.seal(PURPOSE, Totp.fresh().secret()),
                            Times.offset(systemClock.instant()),
                            in)
                    .update();
            return true;
        }));
    }

    /** The secret that waits for its first code, for who began it. */
    Optional<Totp> begun(long account, UUID in) {
        return read(jdbc.sql("""
                        select key_id, secret from second_factor
                        where account_id = ? and state = 'PENDING' and begun_in = ?""").params(account, in));
    }

    /**
     * Takes the new secret into use, instead of the old one if there was one.
     *
     * @param in the sign-in or session that it was begun in
     * @return the recovery codes, to be shown once; empty when the code is wrong
     */
    Optional<List<String>> confirm(long account, UUID in, String code) {
        return transaction.execute(status -> {
            lock(account);
            var step = begun(account, in).map(begun -> begun.stepOf(digits(code), systemClock.instant()));
            if (step.isEmpty() || step.get().isEmpty()) {
                return Optional.empty();
            }
            forget(account, "ACTIVE");
            jdbc.sql("update second_factor set state = 'ACTIVE', last_step = ? where account_id = ?")
                    .params(step.get().getAsLong(), account)
                    .update();
            return Optional.of(recoveryCodes.renew(account));
        });
    }

    /** Tries a code of the telephone or of the paper in a sign-in. */
    Outcome tryCode(long account, UUID signIn, String typed) {
        return attempt(account, signIn, () -> check(account, typed));
    }

    /** Tries a code, or the present password where no code is given, of somebody who is signed in. */
    Outcome tryCodeOrPassword(long account, String code, String password) {
        if (!code.isBlank()) {
            return attempt(account, null, () -> check(account, code));
        }
        if (failures(account) >= TRIES) {
            return Outcome.WAIT;
        }
        // Before the lock: a password takes its time, and nobody is to wait for that.
        var outcome = checkPassword(account, password);
        return attempt(account, null, () -> outcome);
    }

    List<String> renewRecoveryCodes(long account) {
        return transaction.execute(status -> recoveryCodes.renew(account));
    }

    int recoveryCodesLeft(long account) {
        return recoveryCodes.left(account);
    }

    /** Takes the factor away, and all that belongs to it. */
    void remove(long account) {
        transaction.executeWithoutResult(status -> {
            lock(account);
            forget(account, "PENDING");
            forget(account, "ACTIVE");
            recoveryCodes.forget(account);
            forgetFailures(account);
        });
    }

    private interface Check {
        Outcome make();
    }

    private Outcome attempt(long account, @Nullable UUID signIn, Check check) {
        return transaction.execute(status -> {
            lock(account);
            if (failures(account) >= TRIES) {
                return Outcome.WAIT;
            }
            if (signIn != null && failuresIn(signIn, account) >= TRIES_IN_A_SIGN_IN) {
                return Outcome.SIGN_IN_AGAIN;
            }
            var outcome = check.make();
            if (outcome.isRight()) {
                forgetFailures(account);
            } else {
                writeFailure(account, signIn);
            }
            return outcome;
        });
    }

    private Outcome check(long account, String typed) {
        if (digits(typed).length() != Totp.DIGITS) {
            return recoveryCodes.useUp(account, typed) ? Outcome.RIGHT_BY_RECOVERY_CODE : Outcome.WRONG;
        }
        var step = active(account).map(active -> active.stepOf(digits(typed), systemClock.instant()));
        return step.isPresent()
                        && step.get().isPresent()
                        && isFirstUse(account, step.get().getAsLong())
                ? Outcome.RIGHT
                : Outcome.WRONG;
    }

    /** Remembers the step, unless it, or a later one, was used already. */
    private boolean isFirstUse(long account, long step) {
        return jdbc.sql("""
                                update second_factor set last_step = :step
                                where account_id = :account and state = 'ACTIVE' and last_step < :step""").param("step", step).param("account", account).update() == 1;
    }

    private Outcome checkPassword(long account, String password) {
        var hash = jdbc.sql("select password_hash from account where id = ? and password_hash is not null")
                .params(account)
                .query(String.class)
                .optional();
        return hash.isPresent() && passwords.matches(password, hash.get()) ? Outcome.RIGHT : Outcome.WRONG;
    }

    private int failures(long account) {
        return jdbc.sql("select count(*) from second_factor_failure where account_id = ? and failed_at > ?")
                .params(account, Times.offset(systemClock.instant().minus(COUNTED)))
                .query(Integer.class)
                .single();
    }

    private int failuresIn(UUID signIn, long account) {
        return jdbc.sql("select count(*) from second_factor_failure where account_id = ? and sign_in = ?")
                .params(account, signIn)
                .query(Integer.class)
                .single();
    }

    private void writeFailure(long account, @Nullable UUID signIn) {
        var now = systemClock.instant();
        jdbc.sql("delete from second_factor_failure where account_id = ? and failed_at <= ?")
                .params(account, Times.offset(now.minus(COUNTED)))
                .update();
        jdbc.sql("insert into second_factor_failure (account_id, sign_in, failed_at) values (?, ?, ?)")
                .params(account, signIn, Times.offset(now))
                .update();
    }

    private void forgetFailures(long account) {
        jdbc.sql("delete from second_factor_failure where account_id = ?")
                .params(account)
                .update();
    }

    private void lock(long account) {
        jdbc.sql("select id from account where id = ? for update")
                .params(account)
                .query(Long.class)
                .single();
    }

    private void forget(long account, String state) {
        jdbc.sql("""
                        with gone as (
                            delete from second_factor where account_id = ? and state = ? returning key_id)
                        delete from data_key where id in (select key_id from gone)""").params(account, state).update();
    }

    private Optional<Totp> active(long account) {
        return read(jdbc.sql("select key_id, secret from second_factor where account_id = ? and state = 'ACTIVE'")
                .params(account));
    }

    private Optional<Totp> read(JdbcClient.StatementSpec row) {
        return row.query(Row.class)
                .optional()
                .flatMap(kept -> vault.find(kept.keyId()).map(key -> key.openText(PURPOSE, kept.secret())))
                .map(Totp::new);
    }

    record Row(UUID keyId, byte[] secret) {}

    private static String digits(String typed) {
        var bare = typed.replaceAll("\\s", "");
        return bare.matches("[0-9]*") ? bare : "";
    }
}
