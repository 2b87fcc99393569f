package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.platform.DataKey;
import id.go.cirebonkab.lajur.platform.Vault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens who reported. Whoever shows the name to somebody asks for a reason and writes it down. */
@Component
class Reporters {

    /** What the sealed name is sealed as. */
    static final String PURPOSE = "reporter";

    private final Vault vault;

    Reporters(Vault vault) {
        this.vault = vault;
    }

    /** {@code null} where there is no name, or none any more. */
    @Nullable
    String nameOf(@Nullable UUID keyId, byte @Nullable [] reporter) {
        return keyId == null || reporter == null
                ? null
                : vault.find(keyId).map(key -> opened(key, reporter)).orElse(null);
    }

    private static String opened(DataKey key, byte[] reporter) {
        return key.openText(PURPOSE, reporter);
    }
}
