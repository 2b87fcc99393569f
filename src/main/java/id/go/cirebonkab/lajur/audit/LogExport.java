package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Csv;
import id.go.cirebonkab.lajur.shared.DomainClock;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The log as files, row by row as they are read. That it was taken out is written down before the first row. */
@Component
class LogExport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String[] COLUMNS = {
        "audit.csv.id",
        "audit.csv.time",
        "audit.csv.who",
        "audit.csv.account",
        "audit.csv.deed",
        "audit.csv.kind",
        "audit.csv.subject",
        "audit.csv.detail",
        "audit.csv.address"
    };
    private static final String[] COLUMNS_OF_A_SUBJECT = {
        "audit.csv.time", "audit.csv.who", "audit.csv.account", "audit.csv.deed", "audit.csv.detail"
    };

    private final LogQueries queries;
    private final List<ComplaintRecords> records;
    private final AuditLog log;
    private final MessageSource messages;

    LogExport(LogQueries queries, List<ComplaintRecords> records, AuditLog log, MessageSource messages) {
        this.queries = queries;
        this.records = records;
        this.log = log;
        this.messages = messages;
    }

    /** What a search finds, newest first. */
    void search(LogSearch search, Actor actor, HttpServletResponse response) throws IOException {
        log.write(new Entry(actor.id(), actor.name(), Deed.EXPORTED, "log", null, search.summary()));
        entries("log", search, response);
    }

    /** Every reading in question, newest first. */
    void incident(Incident incident, Actor actor, HttpServletResponse response) throws IOException {
        log.write(new Entry(
                actor.id(),
                actor.name(),
                Deed.EXPORTED,
                "log",
                null,
                "insiden, " + incident.search().summary()));
        entries("insiden", incident.search(), response);
    }

    private void entries(String name, LogSearch search, HttpServletResponse response) throws IOException {
        var csv = csv(name, response);
        csv.row(words(COLUMNS));
        queries.each(search, entry -> csv.row(cells(entry)));
        csv.end();
    }

    /** Who read and who changed one complaint, when and why, for the person whom it concerns; newest first. */
    void subject(long trackingId, Actor actor, HttpServletResponse response) throws IOException {
        log.write(Entry.of(actor, Deed.EXPORTED, "complaint", trackingId, "permintaan subjek data"));
        var csv = csv("catatan-" + trackingId, response);
        csv.row(words(COLUMNS_OF_A_SUBJECT));
        reads(LogSearch.of("complaint", String.valueOf(trackingId)), csv);
        for (var each : records) {
            for (var part : each.parts(trackingId)) {
                reads(LogSearch.of(part.kind(), part.subject()), csv);
            }
        }
        for (var each : records) {
            for (var change : each.changes(trackingId)) {
                csv.row(cells(change));
            }
        }
        csv.end();
    }

    private void reads(LogSearch search, Csv csv) throws IOException {
        queries.each(
                search,
                entry -> csv.row(time(entry.at()), entry.who(), entry.accountId(), deed(entry.deed()), entry.detail()));
    }

    private @Nullable Object[] cells(ComplaintRecords.Change change) {
        return new @Nullable Object[] {
            time(change.at()),
            change.accountId() == null ? wordOr("actor." + change.who(), change.who()) : change.who(),
            change.accountId(),
            word(change.whatKey()),
            change.whyKey() == null ? null : word(change.whyKey())
        };
    }

    private @Nullable Object[] cells(LoggedEntry entry) {
        return new @Nullable Object[] {
            entry.id(),
            time(entry.at()),
            entry.who(),
            entry.accountId(),
            deed(entry.deed()),
            wordOr("audit.kind." + entry.kind(), entry.kind()),
            entry.subject(),
            entry.detail(),
            entry.address()
        };
    }

    /** A download by that name; nothing is sent before this. */
    private static Csv csv(String name, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".csv").build().toString());
        return new Csv(response.getOutputStream());
    }

    /** In WIB, as spreadsheets understand it. */
    private static String time(Instant time) {
        return TIME.format(time.atZone(DomainClock.WIB));
    }

    private String deed(String name) {
        return wordOr("audit.deed." + name, name);
    }

    private Object[] words(String... keys) {
        var words = new Object[keys.length];
        for (var at = 0; at < keys.length; at++) {
            words[at] = word(keys[at]);
        }
        return words;
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private String wordOr(String key, String other) {
        return String.valueOf(messages.getMessage(key, null, other, LocaleContextHolder.getLocale()));
    }
}
