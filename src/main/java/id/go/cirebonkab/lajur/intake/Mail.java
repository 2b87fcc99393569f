package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.intake.Unreadable.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A notification mail, read from its source. What it says stands in its text or in its HTML, whichever has the labels;
 * a mail that was forwarded whole is looked into. Mails are written by strangers and their programs, so a charset, an
 * encoding or a boundary that is wrong costs as little as possible of the rest.
 */
final class Mail {

    /** What is still read, in bytes: 25 MiB of attachments, a third longer in base64, and their letter. */
    static final int LARGEST = 36 * 1024 * 1024;

    private static final int MOST_ATTACHMENTS = 50;
    private static final int MOST_PARTS = 500;
    private static final int DEEPEST = 20;

    /** Lines that may part a mail. The parser takes its time for each part, and takes them all before we can count. */
    private static final int MOST_BOUNDARIES = 5_000;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final MimeMessage message;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Part> attached = new ArrayList<>();
    private int parts;

    private Mail(byte[] source) throws MessagingException {
        message = new MimeMessage(null, new SharedByteArrayInputStream(source));
        if (contentType(message).startsWith("multipart/") && boundaries(source) > MOST_BOUNDARIES) {
            throw new MessagingException("too many parts");
        }
        collect(message, 0, false);
    }

    static Notification read(byte[] source) throws Unreadable {
        Mail mail;
        try {
            mail = new Mail(source);
            mail.requireAPerson();
        } catch (MessagingException e) {
            throw new Unreadable(Reason.NOT_MAIL, "");
        }
        return mail.toNotification().with(mail.attachments());
    }

    /** The mail as a person reads it: who wrote when and about what, then its text. */
    static String shown(byte[] source) {
        try {
            var mail = new Mail(source);
            var text = new StringBuilder();
            for (var name : List.of("From", "Date", "Subject")) {
                text.append(name)
                        .append(": ")
                        .append(header(mail.message, name))
                        .append('\n');
            }
            for (var file : mail.attached) {
                text.append("Attachment: ").append(fileName(file, "-")).append('\n');
            }
            return text.append('\n').append(mail.shownText()).toString();
        } catch (MessagingException e) {
            return new String(source, StandardCharsets.UTF_8);
        }
    }

    /** An absence note quotes what it answers, and would be read as that again. */
    private void requireAPerson() throws MessagingException, Unreadable {
        var auto = header(message, "Auto-Submitted").toLowerCase(Locale.ROOT);
        if (auto.startsWith("auto-replied")
                || !header(message, "X-Autoreply").isEmpty()
                || contentType(message).equals("multipart/report")) {
            throw new Unreadable(Reason.AUTO_REPLY, "");
        }
    }

    private Notification toNotification() throws Unreadable {
        Unreadable first = null;
        for (var text : texts()) {
            try {
                return LabelledText.readMail(subject() + "\n\n" + text);
            } catch (Unreadable e) {
                first = first == null || saysLess(first, e) ? e : first;
            }
        }
        throw first == null ? new Unreadable(Reason.NO_TRACKING_ID, "") : first;
    }

    /** "Please look at this in HTML" has no labels at all; what is wrong with the other text is worth telling. */
    private static boolean saysLess(Unreadable one, Unreadable other) {
        return one.reason() == Reason.NO_TRACKING_ID && other.reason() != Reason.NO_TRACKING_ID
                || one.reason() == Reason.NO_CONTENT
                        && other.reason() != Reason.NO_CONTENT
                        && other.reason() != Reason.NO_TRACKING_ID;
    }

    private String shownText() {
        for (var text : texts()) {
            try {
                LabelledText.readMail(subject() + "\n\n" + text);
                return text;
            } catch (Unreadable e) {
                // Then the other one, or else the first.
            }
        }
        return texts().stream().findFirst().orElse("");
    }

    private Set<String> texts() {
        var texts = new LinkedHashSet<String>();
        if (!plain.toString().isBlank()) {
            texts.add(plain.toString());
        }
        if (!html.toString().isBlank()) {
            texts.add(html.toString());
        }
        if (texts.isEmpty()) {
            texts.add("");
        }
        return texts;
    }

    private String subject() {
        return header(message, "Subject");
    }

    private static int boundaries(byte[] source) {
        int found = 0;
        for (int at = 2; at < source.length; at++) {
            if (source[at] == '-' && source[at - 1] == '-' && source[at - 2] == '\n') {
                found++;
            }
        }
        return found;
    }

    private void collect(MimePart part, int depth, boolean related) throws MessagingException {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            throw new MessagingException("too many parts");
        }
        var type = contentType(part);
        if (isFile(part, type)) {
            if (!related || isDisposed(part, Part.ATTACHMENT)) {
                attached.add(part);
            }
        } else if (type.startsWith("multipart/")) {
            collectParts(part, depth, related || type.equals("multipart/related"));
        } else if (type.equals("message/rfc822")) {
            collect(new MimeMessage(null, content(part)), depth + 1, false);
        } else if (type.equals("text/html")) {
            html.append(HtmlText.of(text(part))).append("\n\n");
        } else {
            plain.append(text(part)).append("\n\n");
        }
    }

    private void collectParts(MimePart part, int depth, boolean related) throws MessagingException {
        int before = parts;
        try {
            var multipart = new MimeMultipart(new MimePartDataSource(part));
            for (int at = 0; at < multipart.getCount(); at++) {
                collect((MimePart) multipart.getBodyPart(at), depth + 1, related);
            }
        } catch (MessagingException broken) {
            // Its parts can't be told apart: what it says may be legible all the same.
            if (depth > 0 || parts > before) {
                throw broken;
            }
            plain.append(text(part)).append("\n\n");
        }
    }

    /** A picture of the letter's layout is inline and related; whatever else is no text or has a name is a file. */
    private static boolean isFile(MimePart part, String type) {
        if (type.startsWith("multipart/")) {
            return false;
        }
        boolean readable = type.equals("text/plain") || type.equals("text/html") || type.equals("message/rfc822");
        return !readable
                || !type.equals("message/rfc822")
                        && (isDisposed(part, Part.ATTACHMENT)
                                || !fileName(part, "").isEmpty());
    }

    private static boolean isDisposed(Part part, String disposition) {
        try {
            return disposition.equalsIgnoreCase(part.getDisposition());
        } catch (MessagingException e) {
            return false;
        }
    }

    private List<AttachedFile> attachments() throws Unreadable {
        if (attached.size() > MOST_ATTACHMENTS) {
            throw new Unreadable(Reason.BAD_ATTACHMENT, attached.size() + " > " + MOST_ATTACHMENTS);
        }
        var files = new ArrayList<AttachedFile>();
        for (var part : attached) {
            int number = files.size() + 1;
            try (var content = content(part)) {
                files.add(new AttachedFile(
                        fileName(part, "lampiran-" + number), contentType(part), content.readAllBytes()));
            } catch (IOException | MessagingException | IllegalArgumentException e) {
                throw new Unreadable(Reason.BAD_ATTACHMENT, String.valueOf(number));
            }
        }
        return files;
    }

    /** Decoded; as it stands where nobody knows the encoding. */
    private static InputStream content(Part part) throws MessagingException {
        try {
            return part.getInputStream();
        } catch (IOException | MessagingException unknownEncoding) {
            return part instanceof MimeBodyPart body
                    ? body.getRawInputStream()
                    : ((MimeMessage) part).getRawInputStream();
        }
    }

    private static String text(MimePart part) throws MessagingException {
        byte[] bytes;
        try (var content = content(part)) {
            bytes = content.readAllBytes();
        } catch (IOException e) {
            throw new MessagingException("a text that is not what its encoding says", e);
        }
        for (var charset : charsets(part)) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                // Not in this one, whatever its header says.
            }
        }
        return new String(bytes, WINDOWS);
    }

    /** The one that is named, where it is known and is what the bytes are; else what it is most likely. */
    private static Set<Charset> charsets(MimePart part) {
        var charsets = new LinkedHashSet<Charset>();
        try {
            var named = new ContentType(part.getContentType()).getParameter("charset");
            if (named != null) {
                charsets.add(Charset.forName(named));
            }
        } catch (MessagingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            // Then as if none were named.
        }
        charsets.add(StandardCharsets.UTF_8);
        return charsets;
    }

    private static String contentType(Part part) {
        try {
            return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            return "text/plain";
        }
    }

    private static String fileName(Part part, String otherwise) {
        try {
            var name = part.getFileName();
            return name == null || name.isBlank() ? otherwise : decoded(name);
        } catch (MessagingException e) {
            return otherwise;
        }
    }

    private static String header(MimeMessage message, String name) {
        try {
            var value = message.getHeader(name, ", ");
            return value == null ? "" : Notification.line(decoded(MimeUtility.unfold(value)));
        } catch (MessagingException e) {
            return "";
        }
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(header);
        } catch (UnsupportedEncodingException e) {
            return header;
        }
    }
}
