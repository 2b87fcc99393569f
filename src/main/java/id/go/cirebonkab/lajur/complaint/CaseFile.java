package id.go.cirebonkab.lajur.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One complaint as one person may see it: what that person may not read is not in here. Times are domain times.
 *
 * @param contentHidden the content is secret for this person; texts and files are left out
 * @param relation how this person stands to the case
 * @param possible what this person may do now
 * @param parts the agencies' parts, oldest first
 * @param needLetter what this officer could do now with a valid surat tugas, and can't without
 */
public record CaseFile(
        Header header,
        boolean contentHidden,
        List<Part> parts,
        List<Given> answers,
        List<Reply> followUps,
        List<Enclosed> attachments,
        List<Event> history,
        Relation relation,
        Set<Verb> possible,
        Set<Verb> needLetter) {

    /**
     * What stands at the top of a case.
     *
     * @param named whether the reporter's name is kept
     * @param masked whether words are masked for this person
     * @param erasedAt when its personal data were erased, domain time
     * @param hold why it is held back from that; for the desk alone
     */
    public record Header(
            long trackingId,
            State state,
            int round,
            long version,
            String title,
            String content,
            @Nullable String category,
            Classification classification,
            boolean classified,
            @Nullable String accusedAgency,
            boolean anonymous,
            boolean secret,
            boolean named,
            boolean masked,
            @Nullable String channel,
            @Nullable String location,
            @Nullable String dateOfIncident,
            @Nullable Instant reportedAt,
            Instant receivedAt,
            Instant stateSince,
            @Nullable String leadAgency,
            @Nullable Long duplicateOf,
            @Nullable Instant erasedAt,
            @Nullable String hold) {

        public boolean isEnded() {
            return state == State.CLOSED || state == State.ARCHIVED;
        }
    }

    /** An agency's part in the case. */
    public record Part(
            String agencyCode,
            String agencyName,
            Assignment.Kind kind,
            int round,
            Instant assignedAt,
            @Nullable Instant endedAt,
            Assignment.@Nullable Ending endedAs) {}

    /** An answer, interim or final, or a contribution. */
    public record Given(
            long id,
            int round,
            String agencyCode,
            String agencyName,
            Answer.Kind kind,
            String body,
            @Nullable LocalDate promisedFor,
            String authorName,
            Instant answeredAt,
            boolean recorded,
            @Nullable String recordedSource,
            @Nullable String recordedOfficial,
            @Nullable LocalDate recordedOn,
            @Nullable Instant approvedAt,
            @Nullable Instant relayedAt) {}

    /** What the citizen wrote later. */
    public record Reply(
            long id, int round, String content, @Nullable Instant writtenAt, Instant receivedAt) {}

    /** A file of the case; {@code size} in bytes. */
    public record Enclosed(
            UUID fileId,
            String name,
            String contentType,
            long size,
            @Nullable Long answerId,
            @Nullable Long followUpId) {}

    /** One row of the history. */
    public record Event(
            long id,
            int round,
            Instant happenedAt,
            Verb verb,
            @Nullable State fromState,
            State toState,
            long version,
            String actorName,
            @Nullable String actorRole,
            List<String> agencies,
            @Nullable String detail,
            @Nullable String remark) {}

    /** Whether this person may have the reporter's name shown, for a reason. */
    public boolean mayShowReporter() {
        return header.named() && relation.mayReadReporter();
    }

    /** Whether this person may have the masked words shown, for a reason. */
    public boolean mayShowMasked() {
        return header.masked() && !contentHidden && relation.mayReadMasked();
    }

    public boolean may(Verb verb) {
        return possible.contains(verb);
    }

    public boolean may(String verb) {
        return may(Verb.valueOf(verb));
    }

    /** The parts that are open now. */
    public List<Part> open() {
        return parts.stream()
                .filter(part -> part.round() == header.round() && part.endedAt() == null)
                .toList();
    }

    /** What happened after a version, for whom was slower. */
    public List<Event> since(long version) {
        return history.stream().filter(event -> event.version() > version).toList();
    }

    /** The answer that waits for approval or delivery; {@code null} when there is none. */
    public @Nullable Given atHand() {
        return header.state() != State.ANSWERED
                ? null
                : answers.stream()
                        .filter(given -> given.round() == header.round() && given.kind() != Answer.Kind.CONTRIBUTION)
                        .reduce((earlier, later) -> later)
                        .orElse(null);
    }
}
