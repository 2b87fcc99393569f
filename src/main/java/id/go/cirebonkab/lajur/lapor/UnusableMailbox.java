package id.go.cirebonkab.lajur.lapor;

/** The mailbox is set up in a way that can't work; the message says how to, and never the password. */
class UnusableMailbox extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableMailbox(String message) {
        super(message);
    }
}
