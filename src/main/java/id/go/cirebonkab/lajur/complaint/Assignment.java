package id.go.cirebonkab.lajur.complaint;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Disposisi: a complaint in the hands of one agency, as lead or supporting, for one round. */
@Entity
@Table(name = "assignment")
public class Assignment {

    /** What an agency's part is. */
    public enum Kind {
        LEAD,
        SUPPORTING
    }

    /** How an agency's part came to its end. */
    public enum Ending {
        ANSWERED,
        CONTRIBUTED,
        /** The lead agency gave the final answer before this one contributed. */
        SUPERSEDED,
        RETURNED,
        RECALLED,
        REASSIGNED,
        ROUND_ENDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "tracking_id")
    private Complaint complaint;

    private int round;
    private String agencyCode;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private Instant assignedAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Ending endedAs;

    @SuppressWarnings("NullAway.Init")
    protected Assignment() {}

    Assignment(Complaint complaint, int round, String agencyCode, Kind kind, Instant at) {
        this.complaint = complaint;
        this.round = round;
        this.agencyCode = agencyCode;
        this.kind = kind;
        this.assignedAt = at;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("the assignment was not saved yet");
        }
        return id;
    }

    String agencyCode() {
        return agencyCode;
    }

    int round() {
        return round;
    }

    boolean isLead() {
        return kind == Kind.LEAD;
    }

    boolean isOpen() {
        return endedAt == null;
    }

    /** Taken from the agency, which then has no more business with the case. */
    boolean wasTakenAway() {
        return endedAs == Ending.RECALLED || endedAs == Ending.REASSIGNED;
    }

    boolean waitsForContribution() {
        return kind == Kind.SUPPORTING && isOpen();
    }

    void end(Ending how, Instant at) {
        endedAs = how;
        endedAt = at;
    }

    void goOn() {
        endedAs = null;
        endedAt = null;
    }

    boolean endedAs(Ending how) {
        return endedAs == how;
    }
}
