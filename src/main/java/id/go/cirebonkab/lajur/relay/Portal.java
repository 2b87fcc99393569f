package id.go.cirebonkab.lajur.relay;

import id.go.cirebonkab.lajur.complaint.TrackingId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the relay needs of the national portal. Whoever knows the portal's vocabulary implements it. */
public interface Portal {

    /** Whether the portal is reached by its API; otherwise the desk hands answers over by itself and confirms. */
    boolean isAutomatic();

    /** Hands a parcel over, once. Never throws: whatever happens is one of the four results. */
    Result hand(Parcel parcel);

    /**
     * How many times exactly this parcel stands at the portal already.
     *
     * @throws PortalUnavailable when the portal can't say
     */
    int count(Parcel parcel) throws PortalUnavailable;

    /** How long handing this parcel over may last, until it has ended one way or the other. */
    Duration patience(Parcel parcel);

    /** What is handed over. */
    enum Kind {
        /** An agency's answer. */
        FOLLOW_UP,
        /** "Bukan wewenang": the report belongs elsewhere. */
        NOT_OUR_AUTHORITY
    }

    /** One thing to hand over; {@code secret} when the content is not to be published. */
    record Parcel(TrackingId trackingId, Kind kind, String body, boolean secret, List<Enclosure> enclosures) {}

    /** A file that goes along; {@code size} in bytes. */
    record Enclosure(String name, String contentType, long size, Content content) {}

    /** Writes itself out, so that no file has to fit into memory. */
    interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    /** How a hand-over ended. */
    enum Ending {
        /** The portal took it. */
        ACCEPTED,
        /** The portal says no, and would again. */
        REFUSED,
        /** It certainly did not arrive: no connection, or the portal says that it takes nothing now. */
        NOT_TAKEN,
        /** It may have arrived: a broken answer, a server error, a time-out. */
        UNKNOWN
    }

    /** Why it did not go well; each has its words under {@code relay.failure.*}. */
    enum Failure {
        UNREACHABLE,
        UNAVAILABLE,
        TIMED_OUT,
        SERVER_ERROR,
        BROKEN_ANSWER,
        NOT_AUTHORISED,
        TOO_MANY_REQUESTS,
        REJECTED
    }

    /**
     * @param receipt what the portal said when it accepted
     * @param status HTTP status, if there was an answer
     * @param detail what it said, shortened; never shown to outsiders
     */
    record Result(
            Ending ending,
            @Nullable Failure failure,
            @Nullable Integer status,
            @Nullable String receipt,
            @Nullable String detail) {

        public static Result accepted(int status, String receipt) {
            return new Result(Ending.ACCEPTED, null, status, receipt, null);
        }

        public static Result failed(Ending ending, Failure failure, @Nullable Integer status, @Nullable String detail) {
            return new Result(ending, failure, status, null, detail);
        }
    }
}
