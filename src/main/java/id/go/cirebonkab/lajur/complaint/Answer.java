package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.shared.Actor;
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
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an agency answers: interim, final, or a supporting agency's contribution. The agency is the author. */
@Entity
@Table(name = "answer")
public class Answer {

    /** What the answer is to the citizen. */
    public enum Kind {
        /** Jawaban sementara, with the day by which the final one is promised. */
        INTERIM,
        /** Jawaban tuntas. */
        FINAL,
        /** Sumbangan of a supporting agency; seen by the lead and the desk, not sent to the portal. */
        CONTRIBUTION
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

    private String body;
    private @Nullable LocalDate promisedFor;
    private @Nullable Long authorId;
    private String authorName;
    private Instant answeredAt;
    private boolean recorded;
    private @Nullable String recordedSource;
    private @Nullable String recordedOfficial;
    private @Nullable LocalDate recordedOn;
    private @Nullable Instant approvedAt;
    private @Nullable Long approvedBy;
    private @Nullable Instant relayedAt;

    @SuppressWarnings("NullAway.Init")
    protected Answer() {}

    Answer(Complaint complaint, String agencyCode, AnswerText text, Actor author, Instant at) {
        this.complaint = complaint;
        this.round = complaint.round();
        this.agencyCode = agencyCode;
        this.kind = text.kind();
        this.body = text.body();
        this.promisedFor = text.promisedFor();
        this.authorId = author.id();
        this.authorName = author.name();
        this.answeredAt = at;
    }

    /** An answer that came by letter, phone or message and was written down by the desk; the agency stays the author. */
    static Answer recorded(
            Complaint complaint, String agencyCode, AnswerText text, Evidence evidence, Actor recorder, Instant at) {
        var answer = new Answer(complaint, agencyCode, text, recorder, at);
        answer.recorded = true;
        answer.recordedSource = evidence.source();
        answer.recordedOfficial = evidence.official();
        answer.recordedOn = evidence.date();
        return answer;
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("the answer was not saved yet");
        }
        return id;
    }

    Kind kind() {
        return kind;
    }

    String agencyCode() {
        return agencyCode;
    }

    String body() {
        return body;
    }

    int round() {
        return round;
    }

    @Nullable
    LocalDate promisedFor() {
        return promisedFor;
    }

    /** Four eyes: who wrote an answer does not approve it. A recorded one is the agency's, not the recorder's. */
    boolean mayBeApprovedBy(Actor actor) {
        return recorded || !Objects.equals(authorId, actor.id());
    }

    boolean isApproved() {
        return approvedAt != null;
    }

    void approve(Actor by, Instant at) {
        approvedAt = at;
        approvedBy = by.id();
    }

    void takeBackApproval() {
        approvedAt = null;
        approvedBy = null;
    }

    void relayed(Instant at) {
        relayedAt = at;
    }
}
