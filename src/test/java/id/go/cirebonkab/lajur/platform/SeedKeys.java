package id.go.cirebonkab.lajur.platform;

import java.nio.file.Path;
import java.util.UUID;

/** Makes keys of personal data as the application does, for rows that are copied into its database. */
public final class SeedKeys {

    private final MasterKeys masters;

    private SeedKeys(MasterKeys masters) {
        this.masters = masters;
    }

    /** @param dataDir of an application with the embedded database and no key of its own setting */
    public static SeedKeys of(Path dataDir) {
        return new SeedKeys(MasterKeys.keptIn(dataDir));
    }

    public DataKey newKey() {
        return new DataKey(UUID.randomUUID(), Sealing.newKey());
    }

    public String master() {
        return masters.current();
    }

    public byte[] wrapped(DataKey key) {
        return key.wrappedBy(masters);
    }
}
