package id.go.cirebonkab.lajur.platform;

import id.go.cirebonkab.lajur.shared.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The configured keys that wrap all others: the first one wraps, the others open what was wrapped before a change. */
final class MasterKeys {

    private static final String FILE = "privacy.key";

    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final String current;

    private MasterKeys(Iterable<byte[]> secrets) {
        secrets.forEach(secret -> keys.put(nameOf(secret), secret));
        current = keys.keySet().iterator().next();
    }

    /**
     * @param setting keys of 32 bytes in Base64, the current one first, separated by commas
     * @throws UnusablePrivacyKeyException when it is no such list
     */
    static MasterKeys of(String setting) {
        try {
            var secrets = Arrays.stream(setting.split(","))
                    .map(part -> Base64.getDecoder().decode(part.strip()))
                    .toList();
            if (secrets.stream().anyMatch(secret -> secret.length != Sealing.KEY)) {
                throw new UnusablePrivacyKeyException("lajur.privacy.key holds a key that has not 32 bytes.");
            }
            return new MasterKeys(secrets);
        } catch (IllegalArgumentException e) {
            throw new UnusablePrivacyKeyException("lajur.privacy.key is not written in Base64.");
        }
    }

    /** Beside the embedded database: made once, and kept where only its owner can read it. */
    static MasterKeys keptIn(Path directory) {
        var file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                PostgresHome.writePrivately(file, Base64.getEncoder().encodeToString(Sealing.newKey()) + "\n");
            }
            return of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells keys apart without telling anything of them. */
    private static String nameOf(byte[] secret) {
        var digest = Sha256.digest();
        digest.update("lajur.privacy.key".getBytes(StandardCharsets.US_ASCII));
        return Sha256.hex(digest.digest(secret)).substring(0, 16);
    }

    /** The name of the key that wraps now. */
    String current() {
        return current;
    }

    byte[] wrap(UUID id, byte[] key) {
        return Sealing.seal(Objects.requireNonNull(keys.get(current)), "key " + id, key);
    }

    /** @throws UnusablePrivacyKeyException when it was wrapped by a key that is not configured any more */
    DataKey unwrap(UUID id, String master, byte[] wrapped) {
        var secret = keys.get(master);
        if (secret == null) {
            throw new UnusablePrivacyKeyException(
                    "Personal data are sealed with a key (" + master + ") that lajur.privacy.key does not hold.");
        }
        return new DataKey(id, Sealing.open(secret, "key " + id, wrapped));
    }
}
