package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.StandingClock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** With a hash that takes its time: whether a name is there can't be told by the clock. */
@RoomTest
class SameTimeTests {

    private static final int ROUNDS = 9;

    @Autowired
    private StandingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void wrongUnknownSwitchedOffAndInvitedTakeTheSameTime() {
        var encoder = new BCryptPasswordEncoder(10);
        var hash = encoder.encode("kerbau lumpur senja 47");
        account(987_601, "waktu.ada", hash, true);
        account(987_602, "waktu.mati", hash, false);
        account(987_603, "waktu.diundang", null, true);
        var provider = new DaoAuthenticationProvider(new Accounts(jdbc, clock));
        provider.setPasswordEncoder(encoder);
        String[][] tries = {
            {"waktu.ada", "salah"},
            {"waktu.tidak-ada", "salah"},
            {"waktu.mati", "kerbau lumpur senja 47"},
            {"waktu.mati", "salah"},
            {"waktu.diundang", "salah"}
        };
        var times = new long[tries.length][ROUNDS];
        for (var round = -1; round < ROUNDS; round++) {
            for (var who = 0; who < tries.length; who++) {
                var start = System.nanoTime();
                refuses(provider, tries[who]);
                if (round >= 0) {
                    times[who][round] = System.nanoTime() - start;
                }
            }
        }

        for (var who = 1; who < tries.length; who++) {
            assertThat((double) median(times[who]) / median(times[0]))
                    .as("time for %s", String.join(" / ", tries[who]))
                    .isBetween(0.5, 2.0);
        }
    }

    private static void refuses(DaoAuthenticationProvider provider, String[] typed) {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() ->
                        provider.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(typed[0], typed[1])));
    }

    private void account(long id, String username, String hash, boolean active) {
        jdbc.sql("""
                        insert into account (id, username, display_name, password_hash, role, active, created_at)
                        values (?, ?, 'Waktu', ?, 'SUPERVISOR', ?, '2026-01-01T00:00Z')""").params(id, username, hash, active).update();
    }

    private static long median(long[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
