package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotAllowed;
import id.go.cirebonkab.lajur.shared.NotVisible;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows what is masked, to whom it is allowed, for a reason, and writes down that it was shown (UU PDP 27/2022, articles
 * 31 and 35). Nothing is shown whose entry could not be written.
 */
@Service
@Transactional
public class Disclosures {

    private static final String COMPLAINT = "complaint";

    private final CaseQueries cases;
    private final Reporters reporters;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    Disclosures(CaseQueries cases, Reporters reporters, AuditLog audit, JdbcClient jdbc) {
        this.cases = cases;
        this.reporters = reporters;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * The reporter's name; {@code null} where none is kept.
     *
     * @throws NotVisible when the complaint is not there, or not for this person
     * @throws NotAllowed when it is for somebody else to see
     * @throws InvalidInput without a reason
     */
    public @Nullable String reporter(TrackingId id, @Nullable String reason, Actor actor) {
        var file = cases.open(id, actor);
        if (!file.relation().mayReadReporter()) {
            throw new NotAllowed("the reporter of " + id);
        }
        var words = Words.reason(reason);
        audit.write(Entry.of(actor, Deed.READ_IDENTITY, COMPLAINT, id.value(), words));
        var row = jdbc.sql("select key_id, reporter from complaint where tracking_id = ?")
                .params(id.value())
                .query(Sealed.class)
                .single();
        return reporters.nameOf(row.keyId(), row.reporter());
    }

    /**
     * The case with every word as it was written.
     *
     * @throws NotVisible when the complaint is not there, or not for this person
     * @throws NotAllowed when it is for somebody else to see
     * @throws InvalidInput without a reason
     */
    public CaseFile unmasked(TrackingId id, @Nullable String reason, Actor actor) {
        if (!cases.open(id, actor).relation().mayReadMasked()) {
            throw new NotAllowed("the masked words of " + id);
        }
        var words = Words.reason(reason);
        audit.write(Entry.of(actor, Deed.READ_UNMASKED, COMPLAINT, id.value(), words));
        return cases.open(id, actor, true);
    }

    private record Sealed(@Nullable UUID keyId, byte @Nullable [] reporter) {}
}
