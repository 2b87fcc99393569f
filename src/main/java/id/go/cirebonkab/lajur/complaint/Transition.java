package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.shared.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has just happened to a complaint. Published in the transaction of the change: whoever keeps books by it writes
 * them in the same transaction, and a failure there undoes the change.
 *
 * @param from {@code null} when the complaint has just arrived
 * @param at domain time
 * @param opened assignments that began with this transition
 * @param ended assignments that ended with it
 * @param answer the answer that this transition is about, if any
 * @param leadBefore the lead agency before, {@code null} where there was none
 * @param visibleTo the agencies that may see the complaint from now on
 * @param detail a code word about the transition: the kind of an answer or archiving, the class that was set
 * @param remark free words beside the transition; kept apart from the history
 * @param reportedAt when the portal says the citizen wrote, for an arrival
 */
public record Transition(
        TrackingId trackingId,
        int round,
        long version,
        Verb verb,
        @Nullable State from,
        State to,
        Actor actor,
        Instant at,
        Classification classification,
        List<Part> opened,
        List<Part> ended,
        @Nullable AnswerGiven answer,
        @Nullable String leadBefore,
        @Nullable String lead,
        Set<String> visibleTo,
        Instant queuedAt,
        @Nullable String detail,
        @Nullable String remark,
        @Nullable Instant reportedAt) {

    /** One agency's part in the complaint. */
    public record Part(Assignment assignment) {

        /** Known once the aggregate was saved, as it is when the transition is published. */
        public long assignmentId() {
            return assignment.id();
        }

        public String agencyCode() {
            return assignment.agencyCode();
        }

        public boolean isLead() {
            return assignment.isLead();
        }
    }

    /** The answer at hand. */
    public record AnswerGiven(Answer answer) {

        /** Known once the aggregate was saved, as it is when the transition is published. */
        public long answerId() {
            return answer.id();
        }

        public boolean isFinal() {
            return answer.kind() == Answer.Kind.FINAL;
        }

        public String agencyCode() {
            return answer.agencyCode();
        }

        /** The day by which an interim answer promises the final one; WIB. */
        public @Nullable LocalDate promisedFor() {
            return answer.promisedFor();
        }

        public String body() {
            return answer.body();
        }
    }

    /** Whether the complaint was put aside in this way. */
    public boolean archivedAs(ArchiveKind kind) {
        return verb == Verb.ARCHIVE && kind.name().equals(detail);
    }

    public boolean startsRound() {
        return verb == Verb.RECEIVE || verb == Verb.REOPEN || (verb == Verb.FOLLOW_UP && from != to);
    }
}
