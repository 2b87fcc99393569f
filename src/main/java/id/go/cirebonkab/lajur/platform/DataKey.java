package id.go.cirebonkab.lajur.platform;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The key of one complaint's personal data, or of one file. It is held as briefly as may be and written nowhere. */
public final class DataKey {

    private final UUID id;
    private final byte[] secret;

    DataKey(UUID id, byte[] secret) {
        this.id = id;
        this.secret = secret;
    }

    public UUID id() {
        return id;
    }

    /** @param purpose what it is; asked for again when it is opened */
    public byte[] seal(String purpose, String text) {
        return seal(purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] seal(String purpose, byte[] plain) {
        return Sealing.seal(secret, of(purpose), plain);
    }

    /** @throws IllegalStateException when it was sealed with another key, for another purpose, or was changed */
    public String openText(String purpose, byte[] sealed) {
        return new String(open(purpose, sealed), StandardCharsets.UTF_8);
    }

    byte[] open(String purpose, byte[] sealed) {
        return Sealing.open(secret, of(purpose), sealed);
    }

    byte[] wrappedBy(MasterKeys masters) {
        return masters.wrap(id, secret);
    }

    private String of(String purpose) {
        return purpose + " " + id;
    }

    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
