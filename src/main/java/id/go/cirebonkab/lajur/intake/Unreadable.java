package id.go.cirebonkab.lajur.intake;

/**
 * A notification that cannot be read as it is. It goes to quarantine, whole, with the reason; nothing of it is guessed
 * or cut.
 */
public final class Unreadable extends Exception {

    private static final int LONGEST_DETAIL = 120;

    /** Why, as a key of the messages: {@code intake.unreadable.NO_CONTENT}. */
    public enum Reason {
        /** The body is no JSON object, or names a field twice. */
        NOT_JSON,
        NO_TRACKING_ID,
        /** Not one to ten digits, or two different ones in one notification. */
        BAD_TRACKING_ID,
        NO_CONTENT,
        UNKNOWN_CLASSIFICATION,
        /** The time of the report is in no known form or does not exist. */
        BAD_TIME,
        BAD_ATTACHMENT,
        /** A field has a value of the wrong kind, such as neither yes nor no. */
        BAD_FIELD,
        /** A field is longer than what is kept. */
        TOO_LONG,
        /** The whole message is larger than what is read. */
        TOO_LARGE,
        /** No mail at all, or one so broken that its parts can't be told apart. */
        NOT_MAIL,
        /** A machine answered: an absence note, or a mail that came back. */
        AUTO_REPLY,
        /** The mail is not from one of those whose mails are read by themselves. */
        UNKNOWN_SENDER;

        public String messageKey() {
            return "intake.unreadable." + name();
        }
    }

    private final Reason reason;
    private final String detail;

    /** @param detail the field, and what stood there if that says nothing about a person; the message's {0} */
    Unreadable(Reason reason, String detail) {
        super(reason + ": " + shortened(detail));
        this.reason = reason;
        this.detail = shortened(detail);
    }

    public Reason reason() {
        return reason;
    }

    /** At most 120 characters without control characters; may be empty. Not escaped for HTML. */
    public String detail() {
        return detail;
    }

    static String shortened(String detail) {
        var line = Notification.cleaned(detail).replace('\n', ' ').strip();
        return line.codePointCount(0, line.length()) <= LONGEST_DETAIL
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_DETAIL - 1)) + "…";
    }
}
