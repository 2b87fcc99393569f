package id.go.cirebonkab.lajur.platform;

import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys of personal data, each wrapped by the configured one (UU PDP 27/2022, article 35). What a key has sealed is gone
 * with the key, in every table at once; backups that still hold the key die by their own age.
 */
@Component
public class Vault {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final Clock systemClock;

    Vault(JdbcClient jdbc, MasterKeys masters, Clock systemClock) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.systemClock = systemClock;
    }

    /**
     * Makes a key, in the caller's transaction.
     *
     * @param owner whose data it will seal: a tracking id; {@code null} while that is not known
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DataKey newKey(@Nullable Long owner) {
        var key = new DataKey(UUID.randomUUID(), Sealing.newKey());
        jdbc.sql("insert into data_key (id, owner, master, wrapped, made_at) values (?, ?, ?, ?, ?)")
                .params(key.id(), owner, masters.current(), key.wrappedBy(masters), Times.offset(systemClock.instant()))
                .update();
        return key;
    }

    /** Empty once it was destroyed. */
    public Optional<DataKey> find(UUID id) {
        return jdbc.sql("select id, master, wrapped from data_key where id = ? and wrapped is not null")
                .params(id)
                .query(Wrapped.class)
                .optional()
                .map(row -> masters.unwrap(row.id(), row.master(), row.wrapped()));
    }

    /** Those of them that were not destroyed, by their ids. */
    public Map<UUID, DataKey> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, master, wrapped from data_key where id in (:ids) and wrapped is not null")
                .param("ids", ids)
                .query(Wrapped.class)
                .list()
                .stream()
                .map(row -> masters.unwrap(row.id(), row.master(), row.wrapped()))
                .collect(Collectors.toMap(DataKey::id, Function.identity()));
    }

    /** Files are that complaint's from now on, and go with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(Collection<UUID> files, long owner) {
        if (!files.isEmpty()) {
            jdbc.sql("update data_key set owner = :owner where id in (select key_id from file where id in (:files))")
                    .param("owner", owner)
                    .param("files", files)
                    .update();
        }
    }

    /** Destroys every key of an owner; says how many there were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int destroy(long owner) {
        return jdbc.sql("update data_key set wrapped = null, destroyed_at = ? where owner = ? and wrapped is not null")
                .params(Times.offset(systemClock.instant()), owner)
                .update();
    }

    /** Removes a key that nothing needs any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(UUID id) {
        jdbc.sql("delete from data_key where id = ?").params(id).update();
    }

    /**
     * Wraps some more keys by the key that is current now.
     *
     * @return how many; 0 when all are
     */
    @Transactional
    public int rewrapSome() {
        var rows = jdbc.sql("""
                        select id, master, wrapped from data_key where master <> ? and wrapped is not null
                        order by id limit ? for update""")
                .params(masters.current(), AT_ONCE)
                .query(Wrapped.class)
                .list();
        for (var row : rows) {
            jdbc.sql("update data_key set master = ?, wrapped = ? where id = ?")
                    .params(
                            masters.current(),
                            masters.unwrap(row.id(), row.master(), row.wrapped())
                                    .wrappedBy(masters),
                            row.id())
                    .update();
        }
        return rows.size();
    }

    /** The name of the key that wraps now. */
    String current() {
        return masters.current();
    }

    record Wrapped(UUID id, String master, byte[] wrapped) {}
}
