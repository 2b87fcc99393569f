package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.platform.DataKey;
import id.go.cirebonkab.lajur.platform.Vault;
import id.go.cirebonkab.lajur.shared.NotVisible;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The key that seals what other rooms keep of a complaint. */
@Component
public class CaseKeys {

    private final Vault vault;
    private final JdbcClient jdbc;

    CaseKeys(Vault vault, JdbcClient jdbc) {
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /**
     * The complaint's key, in the caller's transaction; a new one where the old one was destroyed.
     *
     * @throws NotVisible when there is no such complaint
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DataKey of(TrackingId id) {
        return jdbc.sql("select key_id from complaint where tracking_id = ? and key_id is not null")
                .params(id.value())
                .query(UUID.class)
                .optional()
                .flatMap(vault::find)
                .orElseGet(() -> fresh(id));
    }

    private DataKey fresh(TrackingId id) {
        var key = vault.newKey(id.value());
        var taken = jdbc.sql("update complaint set key_id = ? where tracking_id = ?")
                .params(key.id(), id.value())
                .update();
        if (taken == 0) {
            throw new NotVisible(id.toString());
        }
        return key;
    }
}
