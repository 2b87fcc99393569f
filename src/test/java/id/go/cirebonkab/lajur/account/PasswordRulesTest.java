package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.go.cirebonkab.lajur.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Which passwords are taken. */
class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules(new BCryptPasswordEncoder(4));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kerbau lumpur senja 47",
                "jendela biru kemarau 8",
                "x7!qPz2#mLw9",
                "ꦧꦱꦗꦮꦏꦧꦸꦥꦠꦺꦤ꧀",
                "hujan di atas genting tua"
            })
    void whatNobodyGuessesIsTaken(String password) {
        assertThat(rules.checked(password, "budi", "Budi Santoso")).isEqualTo(password);
        assertThat(new BCryptPasswordEncoder().matches(password, rules.hashed(password, "budi")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "123456789012",
                "qwertyuiop12",
                "iloveyou1234",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "lajur-cirebon",
                "lapor-cirebon-2026",
                "budi-santoso-1985",
                "dputr-cirebon-1",
                "Petugas.DPUTR.2026!",
                "P@ssw0rd2026"
            })
    void whatAnybodyWouldTryFirstIsRefused(String password) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> rules.checked(password, "budi", "Budi Santoso", "dputr"))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("account.invalid.password.guessed"));
    }

    @Test
    void tooShortAndTooLongAreSaidSo() {
        assertThat(refusal("x7!qPz2#mLw")).isEqualTo("account.invalid.password");
        assertThat(refusal(null)).isEqualTo("account.invalid.password");
        // Eleven characters that are two units each.
        assertThat(refusal("😀".repeat(11))).isEqualTo("account.invalid.password");
        assertThat(refusal("ꦏ".repeat(25))).isEqualTo("account.invalid.password.long");
    }

    /** The words about oneself count: without them the same would be taken. */
    @Test
    void wordsAboutOneselfAreWorthNothing() {
        assertThat(rules.checked("maimunawati-gegesik")).isNotEmpty();
        assertThat(refusal("maimunawati-gegesik", "maimunawati", "Maimunawati Gegesik"))
                .isEqualTo("account.invalid.password.guessed");
    }

    private String refusal(String password, String... own) {
        try {
            rules.checked(password, own);
            return "taken";
        } catch (InvalidInput e) {
            return e.messageKey();
        }
    }
}
