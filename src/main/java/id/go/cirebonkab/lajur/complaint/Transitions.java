package id.go.cirebonkab.lajur.complaint;

import static id.go.cirebonkab.lajur.complaint.State.ANSWERED;
import static id.go.cirebonkab.lajur.complaint.State.ARCHIVED;
import static id.go.cirebonkab.lajur.complaint.State.CLOSED;
import static id.go.cirebonkab.lajur.complaint.State.FORWARDED;
import static id.go.cirebonkab.lajur.complaint.State.RECEIVED;
import static id.go.cirebonkab.lajur.complaint.State.RELAYED;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one table of transitions. What it does not name is refused. */
public final class Transitions {

    private Transitions() {}

    /** Where the verb leads from there; empty when it is refused there. */
    public static Optional<State> from(State from, Verb verb) {
        return Optional.ofNullable(
                switch (verb) {
                    case RECEIVE -> null;
                    case FORWARD -> only(RECEIVED, from, FORWARDED);
                    case RECALL, RETURN_TO_DESK -> only(FORWARDED, from, RECEIVED);
                    case REASSIGN, CONTRIBUTE, RECORD_CONTRIBUTION -> only(FORWARDED, from, FORWARDED);
                    case ANSWER, RECORD_ANSWER -> only(FORWARDED, from, ANSWERED);
                    case ASK_FOR_REVISION, MARK_INTERIM_RELAYED -> only(ANSWERED, from, FORWARDED);
                    case APPROVE, WITHDRAW_DELIVERY, NOTE_REFUSAL -> only(ANSWERED, from, ANSWERED);
                    case MARK_FINAL_RELAYED -> only(ANSWERED, from, RELAYED);
                    case CLASSIFY -> from;
                    case ARCHIVE ->
                        switch (from) {
                            case RECEIVED, FORWARDED -> ARCHIVED;
                            case ANSWERED, RELAYED, CLOSED, ARCHIVED -> null;
                        };
                    case REOPEN ->
                        switch (from) {
                            case CLOSED, ARCHIVED -> RECEIVED;
                            case RECEIVED, FORWARDED, ANSWERED, RELAYED -> null;
                        };
                    case FOLLOW_UP ->
                        switch (from) {
                            case RECEIVED, FORWARDED, ANSWERED -> from;
                            case RELAYED, CLOSED, ARCHIVED -> RECEIVED;
                        };
                    case CLOSE -> only(RELAYED, from, CLOSED);
                    case CLOSE_ON_PORTAL -> CLOSED;
                    case MOVE_AWAY -> ARCHIVED;
                });
    }

    private static @Nullable State only(State needed, State from, State to) {
        return from == needed ? to : null;
    }
}
