package id.go.cirebonkab.lajur.simulator;

import id.go.cirebonkab.lajur.simulator.KeptMails.KeptMail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its page shows it: its plain text, never its HTML. What strangers sent is shown as far as it can be read.
 *
 * @param text the text part; {@code null} where there is none
 * @param link the first web address in the text
 */
record ShownMail(
        long id,
        String recipient,
        String from,
        String to,
        String subject,
        @Nullable String messageId,
        Instant takenAt,
        @Nullable String text,
        @Nullable String link,
        List<String> files) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]{1,500}");

    static ShownMail of(KeptMail kept) {
        try {
            var mail = kept.message();
            var text = text(mail);
            var files = new ArrayList<String>();
            collectFiles(mail, files);
            return new ShownMail(
                    kept.id(),
                    kept.recipient(),
                    named(mail.getFrom()),
                    named(mail.getAllRecipients()),
                    mail.getSubject() == null ? "" : mail.getSubject(),
                    mail.getMessageID(),
                    kept.takenAt(),
                    text,
                    text == null ? null : firstLink(text),
                    files);
        } catch (MessagingException | IOException unreadable) {
            return new ShownMail(
                    kept.id(), kept.recipient(), "", kept.recipient(), "", null, kept.takenAt(), null, null, List.of());
        }
    }

    private static @Nullable String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain") && part.getFileName() == null) {
            return part.getContent() instanceof String text ? text : null;
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var at = 0; at < parts.getCount(); at++) {
                var text = text(parts.getBodyPart(at));
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    private static void collectFiles(Part part, List<String> files) throws MessagingException, IOException {
        if (part.getFileName() != null) {
            files.add(part.getFileName());
        } else if (part.getContent() instanceof Multipart parts) {
            for (var at = 0; at < parts.getCount(); at++) {
                collectFiles(parts.getBodyPart(at), files);
            }
        }
    }

    private static String named(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(Address::toString).collect(Collectors.joining(", "));
    }

    private static @Nullable String firstLink(String text) {
        var found = LINK.matcher(text);
        return found.find() ? found.group() : null;
    }
}
