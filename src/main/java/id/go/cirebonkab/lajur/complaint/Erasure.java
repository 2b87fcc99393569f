package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.complaint.TransitionRefused.Refusal;
import id.go.cirebonkab.lajur.platform.Vault;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases the personal data of one ended complaint, and holds it back from that (UU PDP 27/2022, articles 8 and 43). The
 * keys of its reporter, messages, files and deliveries are destroyed, its words masked for good; history, clocks and
 * figures stay. Each method throws {@link NotVisible} where there is no such complaint, {@link TransitionRefused} where it
 * can't be done now, and {@link id.go.cirebonkab.lajur.shared.InvalidInput} without a reason.
 */
@Service
@Transactional
public class Erasure {

    private static final String COMPLAINT = "complaint";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final AuditLog audit;
    private final DomainClock clock;
    private final List<StillNeeded> needs;

    Erasure(JdbcClient jdbc, Vault vault, AuditLog audit, DomainClock clock, List<StillNeeded> needs) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.needs = needs;
    }

    /** At the citizen's request. */
    public void erase(TrackingId id, @Nullable String reason, Actor by) {
        erase(id, Words.reason(reason), by, lock(id));
    }

    /** Holds a complaint back from being erased, whatever its age. */
    public void hold(TrackingId id, @Nullable String reason, Actor by) {
        var words = Words.reason(reason);
        lock(id);
        jdbc.sql("""
                        insert into legal_hold (tracking_id, reason, set_at, set_by) values (?, ?, ?, ?)
                        on conflict (tracking_id) do update set reason = excluded.reason""")
                .params(id.value(), words, Times.offset(clock.now()), by.name())
                .update();
        audit.write(Entry.of(by, Deed.HOLD_CHANGED, COMPLAINT, id.value(), words));
    }

    /** Ends the hold. */
    public void release(TrackingId id, @Nullable String reason, Actor by) {
        var words = Words.reason(reason);
        lock(id);
        jdbc.sql("delete from legal_hold where tracking_id = ?")
                .params(id.value())
                .update();
        audit.write(Entry.of(by, Deed.HOLD_CHANGED, COMPLAINT, id.value(), "dicabut: " + words));
    }

    /** Whether it was erased: not where it can't be now, which is looked at again at the next run. */
    boolean eraseByRule(TrackingId id, String rule, Actor by) {
        var standing = lock(id);
        if (refusal(id, standing) != null) {
            return false;
        }
        erase(id, rule, by, standing);
        return true;
    }

    private void erase(TrackingId id, String reason, Actor by, Standing standing) {
        var refusal = refusal(id, standing);
        if (refusal != null) {
            throw new TransitionRefused(refusal, Verb.CLOSE, standing.state());
        }
        maskForGood(id);
        dropFiles(id);
        vault.destroy(id.value());
        audit.write(Entry.of(by, Deed.ERASED, COMPLAINT, id.value(), reason));
    }

    private record Standing(State state, boolean held) {}

    private Standing lock(TrackingId id) {
        return jdbc.sql("""
                        select state, exists (select from legal_hold h where h.tracking_id = c.tracking_id) as held
                        from complaint c where tracking_id = ? for update""")
                .params(id.value())
                .query(Standing.class)
                .optional()
                .orElseThrow(() -> new NotVisible(id.toString()));
    }

    private @Nullable Refusal refusal(TrackingId id, Standing standing) {
        if (standing.state() != State.CLOSED && standing.state() != State.ARCHIVED) {
            return Refusal.NOT_ENDED;
        }
        if (standing.held()) {
            return Refusal.ON_HOLD;
        }
        return needs.stream().anyMatch(room -> room.needs(id)) ? Refusal.ON_ITS_WAY : null;
    }

    private void maskForGood(TrackingId id) {
        jdbc.sql("""
                        update complaint set title = redacted_title, content = redacted_content,
                            location = redacted_location, reporter = null, erased_at = ? where tracking_id = ?""").params(Times.offset(clock.now()), id.value()).update();
        jdbc.sql("update follow_up set content = redacted_content where tracking_id = ?")
                .params(id.value())
                .update();
        jdbc.sql("delete from remark where tracking_id = ?").params(id.value()).update();
        record Written(long id, String body, @Nullable String recordedSource) {}
        jdbc.sql("select id, body, recorded_source from answer where tracking_id = ?")
                .params(id.value())
                .query(Written.class)
                .list()
                .forEach(answer -> jdbc.sql("update answer set body = ?, recorded_source = ? where id = ?")
                        .params(
                                Redaction.mask(answer.body()),
                                answer.recordedSource() == null ? null : Redaction.mask(answer.recordedSource()),
                                answer.id())
                        .update());
    }

    /** What the messages of the complaint held, and every enclosure. Their names may tell something too. */
    private void dropFiles(TrackingId id) {
        jdbc.sql("delete from attachment where tracking_id = ?")
                .params(id.value())
                .update();
        jdbc.sql("""
                        delete from file_chunk where file_id in (
                            select f.id from file f join data_key k on k.id = f.key_id where k.owner = ?)""").params(id.value()).update();
        jdbc.sql("update file set name = 'dihapus' where key_id in (select id from data_key where owner = ?)")
                .params(id.value())
                .update();
    }
}
