package id.go.cirebonkab.lajur.notify;

/** Mails are to be sent, but nobody has said where their links lead. */
class NoPublicUrlException extends RuntimeException {

    static final String ACTION =
            "Set lajur.public-url to the address by which people reach Lajur, such as https://lajur.cirebonkab.go.id,"
                    + " and lajur.notify.from to the sender's address if it is not lajur@ that host; or unset"
                    + " spring.mail.host to send no mails.";

    NoPublicUrlException(String problem) {
        super(problem + " " + ACTION);
    }
}
