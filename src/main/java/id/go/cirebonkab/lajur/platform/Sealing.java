package id.go.cirebonkab.lajur.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM. What is sealed says for what it was, so that one sealed thing can't stand in the place of another. */
final class Sealing {

    /** In bytes. */
    static final int KEY = 32;

    /** By how many bytes what is sealed is longer. */
    static final int OVERHEAD = 29;

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    static byte[] newKey() {
        return random(KEY);
    }

    static byte[] seal(byte[] key, String purpose, byte[] plain) {
        var nonce = random(NONCE);
        return ByteBuffer.allocate(plain.length + OVERHEAD)
                .put(VERSION)
                .put(nonce)
                .put(carriedOut(Cipher.ENCRYPT_MODE, key, nonce, purpose, plain, 0))
                .array();
    }

    /** @throws IllegalStateException when it was sealed with another key, for another purpose, or was changed */
    static byte[] open(byte[] key, String purpose, byte[] sealed) {
        if (sealed.length < OVERHEAD || sealed[0] != VERSION) {
            throw new IllegalStateException("not sealed by this version: " + purpose);
        }
        var nonce = new byte[NONCE];
        System.arraycopy(sealed, 1, nonce, 0, NONCE);
        return carriedOut(Cipher.DECRYPT_MODE, key, nonce, purpose, sealed, 1 + NONCE);
    }

    private static byte[] carriedOut(int mode, byte[] key, byte[] nonce, String purpose, byte[] text, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text, from, text.length - from);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("the wrong key, or changed since it was sealed: " + purpose, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    private static byte[] random(int bytes) {
        var made = new byte[bytes];
        RANDOM.nextBytes(made);
        return made;
    }
}
