package id.go.cirebonkab.lajur.notify;

import id.go.cirebonkab.lajur.complaint.Headlines;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.notify.OutgoingNotices.Outgoing;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.sla.ClockQueries;
import id.go.cirebonkab.lajur.sla.ClockQueries.ClockRow;
import id.go.cirebonkab.lajur.sla.Step;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Writes the mail of a notice: what has come, until when, and one link. Never who complained, nor anything of what was
 * written in the case; a mailbox is not ours to guard.
 */
@Component
class MailWriter {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final String UTF8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_TITLE = 120;
    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu 'pukul' HH.mm 'WIB'", INDONESIAN);

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final Headlines headlines;
    private final ClockQueries clocks;
    private final PublicAddress address;
    private final Clock systemClock;

    MailWriter(
            ITemplateEngine templates,
            MessageSource messages,
            Headlines headlines,
            ClockQueries clocks,
            PublicAddress address,
            Clock systemClock) {
        this.templates = templates;
        this.messages = messages;
        this.headlines = headlines;
        this.clocks = clocks;
        this.address = address;
        this.systemClock = systemClock;
    }

    /**
     * @param url where links lead
     * @throws MessagingException when the address is none
     */
    void write(Outgoing notice, String url, MimeMessage mail) throws MessagingException {
        var headline = headlines.of(new TrackingId(trackingId(notice)));
        var title = headline.title() == null ? null : line(headline.title());
        write(notice, subject(notice, title), "notify/mail", context(notice, url, headline, title), mail);
    }

    /** The mail that carries a link by which its owner sets a password. */
    void write(Outgoing notice, LinkLetters.Letter letter, String url, MimeMessage mail) throws MessagingException {
        var context = new Context(INDONESIAN);
        context.setVariable("name", line(notice.name()));
        context.setVariable("what", words("notify.mail.what." + notice.kind()));
        context.setVariable("until", spoken(letter.expiresAt()));
        context.setVariable("link", url + letter.link());
        write(notice, words("notify.mail.subject." + notice.kind()), "notify/link", context, mail);
    }

    private void write(Outgoing notice, String subject, String template, Context context, MimeMessage mail)
            throws MessagingException {
        mail.setFrom(address.sender());
        mail.setRecipient(Message.RecipientType.TO, recipient(notice));
        mail.setSubject(subject, UTF8);
        mail.setSentDate(Date.from(systemClock.instant()));
        mail.setHeader("Message-ID", "<notice-" + notice.key() + "@" + address.senderHost() + ">");
        mail.setHeader("Auto-Submitted", "auto-generated");
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(templates.process(template + ".txt", context), "plain"));
        parts.addBodyPart(part(templates.process(template, context), "html"));
        mail.setContent(parts);
    }

    private Context context(Outgoing notice, String url, Headlines.Headline headline, @Nullable String title) {
        var context = new Context(INDONESIAN);
        context.setVariable("name", line(notice.name()));
        context.setVariable("what", words("notify.mail.what." + notice.kind(), number(notice), agency(notice)));
        context.setVariable("category", headline.category() == null ? null : line(headline.category()));
        context.setVariable("title", title);
        context.setVariable("since", spoken(notice.createdAt()));
        context.setVariable("deadline", deadline(notice).map(MailWriter::spoken).orElse(null));
        context.setVariable("link", url + "/pengaduan/" + trackingId(notice));
        context.setVariable(
                "why",
                notice.kind().isForTheDesk()
                        ? words("notify.mail.why.desk")
                        : words("notify.mail.why.pic", agency(notice)));
        return context;
    }

    private String subject(Outgoing notice, @Nullable String title) {
        var subject = words("notify.mail.subject." + notice.kind(), number(notice), agency(notice));
        return title == null ? subject : subject + " – " + title;
    }

    private static InternetAddress recipient(Outgoing notice) throws MessagingException {
        var recipient = new InternetAddress(notice.address(), true);
        try {
            recipient.setPersonal(line(notice.name()), UTF8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return recipient;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF8, subtype);
        return part;
    }

    /** The running clock of this person's own task. */
    private Optional<Instant> deadline(Outgoing notice) {
        return clocks.running(List.of(trackingId(notice))).getOrDefault(trackingId(notice), List.of()).stream()
                .filter(clock -> isOf(notice, clock))
                .map(ClockRow::dueAt)
                .findFirst();
    }

    private static boolean isOf(Outgoing notice, ClockRow clock) {
        return switch (notice.kind()) {
            case ANSWERED -> clock.step() == Step.REVIEW;
            case RETURNED -> clock.step() == Step.FORWARD;
            case INVITATION, PASSWORD_RESET -> false;
            case FORWARDED, REASSIGNED, SENT_BACK, CITIZEN_WROTE ->
                clock.owner().equals(notice.agencyCode())
                        && (clock.step() == Step.ANSWER || clock.step() == Step.PROMISE);
        };
    }

    private static String number(Outgoing notice) {
        return String.valueOf(trackingId(notice));
    }

    private static long trackingId(Outgoing notice) {
        return Objects.requireNonNull(notice.trackingId());
    }

    private static String agency(Outgoing notice) {
        return notice.agencyName() == null ? "" : line(notice.agencyName());
    }

    private static String spoken(Instant time) {
        return SPOKEN.format(time.atZone(DomainClock.WIB));
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, INDONESIAN);
    }

    /** On one line, whatever it was: a header ends with its line. */
    private static String line(String text) {
        var line = text.replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }
}
