package id.go.cirebonkab.lajur.notify;

/** What has come; each has its words under {@code notice.kind.*} and {@code notify.mail.what.*}. */
public enum NoticeKind {
    /** To the officers of each agency that the desk forwarded to. */
    FORWARDED,
    /** To the officers of the agency that leads now. */
    REASSIGNED,
    /** To the officers of the lead agency: the desk asks for a revision. */
    SENT_BACK,
    /** To the officers of every agency that has the case: the citizen wrote again. */
    CITIZEN_WROTE,
    /** To the desk: an answer waits for approval. */
    ANSWERED,
    /** To the desk: the agency says "bukan wewenang". */
    RETURNED,
    /** To the owner of a new account: the link by which the password is set. */
    INVITATION,
    /** To the owner of an account: the link by which a new password is set. */
    PASSWORD_RESET;

    /** Such a notice is about an account, not about a complaint. */
    boolean isLink() {
        return this == INVITATION || this == PASSWORD_RESET;
    }

    boolean isForTheDesk() {
        return this == ANSWERED || this == RETURNED;
    }
}
