package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.Sha256;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes on paper for who has lost the telephone; each works once. Only hashes are kept: 59 bits need no slow one. */
final class RecoveryCodes {

    static final int HOW_MANY = 10;

    /** Without letters and digits that look alike. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    RecoveryCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes new ones and forgets the old; to be shown at once and never again. In the caller's transaction. */
    List<String> renew(long account) {
        forget(account);
        var codes = Stream.generate(RecoveryCodes::fresh).limit(HOW_MANY).toList();
        codes.forEach(code -> jdbc.sql("insert into recovery_code (account_id, code_hash) values (?, ?)")
                .params(account, hash(account, code))
                .update());
        return codes;
    }

    /** Whether it was one that was not used yet. From now on it is. */
    boolean useUp(long account, String typed) {
        return jdbc.sql("delete from recovery_code where account_id = ? and code_hash = ?")
                        .params(account, hash(account, typed))
                        .update()
                == 1;
    }

    int left(long account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = ?")
                .params(account)
                .query(Integer.class)
                .single();
    }

    void forget(long account) {
        jdbc.sql("delete from recovery_code where account_id = ?")
                .params(account)
                .update();
    }

    private static String hash(long account, String code) {
        return Sha256.hex(account + ":" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    private static String fresh() {
        var code = new StringBuilder();
        for (var at = 0; at < LENGTH; at++) {
            code.append(at > 0 && at % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
