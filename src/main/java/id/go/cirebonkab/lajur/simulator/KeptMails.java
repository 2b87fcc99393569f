package id.go.cirebonkab.lajur.simulator;

import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Times;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that the demonstration's mail server took, so that a restart loses none. */
@Component
@Profile("coba")
class KeptMails {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final JdbcClient jdbc;
    private final DomainClock clock;

    /** @param schema must be there before anything is read */
    KeptMails(JdbcClient jdbc, DomainClock clock, SimulatorSchema schema) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A mail as it was taken for one recipient, at a domain time. */
    record KeptMail(long id, String recipient, byte[] source, Instant takenAt) {

        MimeMessage message() throws MessagingException {
            return new MimeMessage(SESSION, new ByteArrayInputStream(source));
        }
    }

    void keep(String recipient, MimeMessage mail) throws MessagingException {
        var source = new ByteArrayOutputStream();
        try {
            mail.writeTo(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("insert into simulasi.mail (recipient, source, taken_at) values (?, ?, ?)")
                .params(recipient.strip().toLowerCase(Locale.ROOT), source.toByteArray(), Times.offset(clock.now()))
                .update();
    }

    /** Hands over all mails of a mailbox in the order in which they came. */
    void of(String mailbox, Consumer<MimeMessage> taker) {
        jdbc.sql("select source from simulasi.mail where recipient = ? order by id")
                .param(mailbox)
                .query(byte[].class)
                .list()
                .forEach(source -> taker.accept(parsed(source)));
    }

    /** The newest mails to somebody, or to everybody but the notification mailbox; {@code before} the key of a page. */
    List<KeptMail> newest(int count, @Nullable String recipient, @Nullable Long before) {
        return jdbc.sql("""
                        select id, recipient, source, taken_at from simulasi.mail
                        where (recipient = :recipient or cast(:recipient as text) is null and recipient <> :mailbox)
                        and (cast(:before as bigint) is null or id < :before)
                        order by id desc limit :count""")
                .param("recipient", recipient)
                .param("mailbox", MailServer.MAILBOX)
                .param("before", before)
                .param("count", count)
                .query((row, position) -> new KeptMail(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getBytes("source"),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static MimeMessage parsed(byte[] source) {
        try {
            return new MimeMessage(SESSION, new ByteArrayInputStream(source));
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail that was read once can't be read again", e);
        }
    }
}
