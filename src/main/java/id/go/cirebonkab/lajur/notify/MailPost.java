package id.go.cirebonkab.lajur.notify;

import id.go.cirebonkab.lajur.account.LinkPost;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The mail server, and what its refusals mean. */
@Component
class MailPost implements LinkPost {

    private static final int LONGEST = 500;

    private final @Nullable JavaMailSender server;

    MailPost(ObjectProvider<JavaMailSender> server) {
        this.server = server.getIfAvailable();
    }

    /** How handing a mail over ended. */
    enum Ending {
        TAKEN,
        /** This recipient is refused, and would be again. */
        REFUSED,
        /** This mail is not taken now; others may be. */
        NOT_NOW,
        /** The server serves nobody now. */
        UNAVAILABLE
    }

    /** @param words what the server said; empty when it took the mail */
    record Result(Ending ending, String words) {}

    @Override
    public boolean isThere() {
        return server != null;
    }

    MimeMessage blank() {
        return required().createMimeMessage();
    }

    /** Never throws what a mail server may cause. */
    Result hand(MimeMessage mail) {
        try {
            required().send(mail);
            return new Result(Ending.TAKEN, "");
        } catch (MailException e) {
            var failure = cause(e);
            return new Result(ending(failure), words(innermost(failure)));
        }
    }

    private static Ending ending(Throwable failure) {
        if (!(failure instanceof SendFailedException sending)) {
            return Ending.UNAVAILABLE;
        }
        var invalid = sending.getInvalidAddresses();
        return invalid != null && invalid.length > 0 ? Ending.REFUSED : Ending.NOT_NOW;
    }

    private JavaMailSender required() {
        if (server == null) {
            throw new IllegalStateException("no mail server is configured");
        }
        return server;
    }

    /** Spring hides what happened to the one mail behind what happened to all of them. */
    private static Throwable cause(MailException failure) {
        return failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? sending.getMessageExceptions()[0]
                : failure;
    }

    /** What the server itself said comes last in a chain. */
    private static Throwable innermost(Throwable failure) {
        var seen = new HashSet<Throwable>();
        var at = failure;
        for (var next = at; next != null && seen.add(next); next = next(next)) {
            at = next;
        }
        return at;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : failure.getCause();
    }

    static String words(Throwable failure) {
        var words = failure.toString().replaceAll("[\\p{C}\\s]+", " ").strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }
}
