package id.go.cirebonkab.lajur.journey;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jsoup.nodes.Document;

/** An authenticator application. Each of its two codes is good for one sign-in, without waiting for the next. */
record Telephone(String secret) {

    /** Reads the secret from the page that shows it. */
    static Telephone reading(Document page) {
        return new Telephone(page.select("code.secret").text().replace(" ", ""));
    }

    String code() {
        return codeAt(Instant.now());
    }

    /** That of the next half minute, as a telephone shows it that is a little fast. */
    String nextCode() {
        return codeAt(Instant.now().plusSeconds(30));
    }

    private String codeAt(Instant time) {
        try {
            var key = new SecretKeySpec(new Base32().decode(secret), "RAW");
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, time, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
