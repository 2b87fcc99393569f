package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Sees to it that nobody waits for it: a password takes its time, and a transaction holds a connection and locks. */
final class UnhurriedEncoder implements PasswordEncoder {

    private final PasswordEncoder encoder = new BCryptPasswordEncoder(4);

    @Override
    public String encode(CharSequence password) {
        assertThat(isActualTransactionActive()).isFalse();
        return encoder.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        assertThat(isActualTransactionActive()).isFalse();
        return encoder.matches(password, hash);
    }
}
