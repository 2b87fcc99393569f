package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The surat tugas of the officers. */
@Repository
class Letters {

    private static final String LETTER = """
            select l.id, l.agency_code, a.name as agency_name, l.number, l.issued_on, l.valid_from, l.valid_until,
                   l.withdrawn_on, l.scan_id
            from assignment_letter l join agency a on a.code = l.agency_code\s""";

    private final JdbcClient jdbc;
    private final Registry registry;
    private final Files files;
    private final AuditLog audit;
    private final DomainClock clock;

    Letters(JdbcClient jdbc, Registry registry, Files files, AuditLog audit, DomainClock clock) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that are or will be valid first, by the last day. */
    List<AssignmentLetter> of(long officerId) {
        return jdbc.sql(LETTER
                        + "where l.officer_id = ? order by l.withdrawn_on nulls first, l.valid_until desc, l.id desc")
                .params(officerId)
                .query(AssignmentLetter.class)
                .list();
    }

    /** Who may act for an agency on that day, with the last day of the letter. */
    record Pic(long officerId, String name, @Nullable String phone, LocalDate validUntil, boolean standsIn) {}

    List<Pic> picsOf(String agencyCode, LocalDate day) {
        return jdbc.sql("""
                        select o.id as officer_id, o.name, o.phone, max(m.valid_until) as valid_until,
                               bool_and(m.stands_in_for is not null) as stands_in
                        from mandate m join officer o on o.id = m.officer_id
                        where m.agency_code = :agency and :day between m.valid_from and m.valid_until
                        group by o.id order by o.name, o.id""")
                .param("agency", agencyCode)
                .param("day", day)
                .query(Pic.class)
                .list();
    }

    /** Adds a letter, also as the renewal of another; the caller knows that the officer is there. */
    @Transactional
    public long add(long officerId, NewLetter letter, @Nullable Scan scan, Actor by) {
        registry.turn();
        if (isRecorded(officerId, letter)) {
            throw new InvalidInput("nomor", "agency.invalid.letter.twice", letter.number());
        }
        var kept = scan == null ? null : scan.keepIn(files, letter.agencyCode()).id();
        long id = jdbc.sql("""
                        insert into assignment_letter (officer_id, agency_code, number, issued_on, valid_from, valid_until, scan_id)
                        values (:officer, :agency, :number, :issued, :from, :until, :scan) returning id""")
                .param("officer", officerId)
                .param("agency", letter.agencyCode())
                .param("number", letter.number())
                .param("issued", letter.issuedOn())
                .param("from", letter.validFrom())
                .param("until", letter.validUntil())
                .param("scan", kept)
                .query(Long.class)
                .single();
        record(officerId, Registry.What.LETTER_ADDED, Change.between(Map.of(), fields(letter)), by);
        return id;
    }

    private boolean isRecorded(long officerId, NewLetter letter) {
        return of(officerId).stream()
                .anyMatch(known -> known.withdrawnOn() == null
                        && known.agencyCode().equals(letter.agencyCode())
                        && known.number().equals(letter.number()));
    }

    /** Corrects the days of a letter. */
    @Transactional
    public void change(long officerId, AssignmentLetter letter, NewLetter wanted, Actor by) {
        registry.turn();
        var changes = Change.between(fields(letter), fields(wanted));
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "update assignment_letter set issued_on = :issued, valid_from = :from, valid_until = :until where id = :id")
                .param("issued", wanted.issuedOn())
                .param("from", wanted.validFrom())
                .param("until", wanted.validUntil())
                .param("id", letter.id())
                .update();
        var named = new ArrayList<Change>();
        named.add(new Change("nomor", letter.number(), letter.number()));
        named.addAll(changes);
        record(officerId, Registry.What.LETTER_CHANGED, named, by);
    }

    /** Takes a letter back: from now on it gives no right, not even to read. */
    @Transactional
    public void withdraw(long officerId, long letterId, Actor by) {
        registry.turn();
        var letter = require(officerId, letterId);
        if (letter.withdrawnOn() != null) {
            return;
        }
        jdbc.sql("update assignment_letter set withdrawn_on = ? where id = ?")
                .params(clock.today(), letterId)
                .update();
        record(officerId, Registry.What.LETTER_WITHDRAWN, List.of(new Change("nomor", letter.number(), null)), by);
    }

    /** The scan that was not at hand when the letter was recorded, or a better one. */
    @Transactional
    public void attach(long officerId, long letterId, Scan scan, Actor by) {
        registry.turn();
        var letter = require(officerId, letterId);
        jdbc.sql("update assignment_letter set scan_id = ? where id = ?")
                .params(scan.keepIn(files, letter.agencyCode()).id(), letterId)
                .update();
        record(officerId, Registry.What.SCAN_ADDED, List.of(new Change("nomor", null, letter.number())), by);
    }

    /**
     * The scan of a letter; that it was read is written down.
     *
     * @throws NotVisible when there is none
     */
    @Transactional
    public Files.Kept scan(long officerId, long letterId, Actor by) {
        var letter = require(officerId, letterId);
        audit.write(Entry.of(by, Deed.READ_FILE, "letter", letterId));
        return jdbc.sql("select id, name, content_type, size, sha256 from file where id = ?")
                .params(letter.scanId() == null ? new UUID(0, 0) : letter.scanId())
                .query(Files.Kept.class)
                .optional()
                .orElseThrow(() -> new NotVisible("scan of letter " + letterId));
    }

    private AssignmentLetter require(long officerId, long letterId) {
        return jdbc.sql(LETTER + "where l.officer_id = ? and l.id = ?")
                .params(officerId, letterId)
                .query(AssignmentLetter.class)
                .optional()
                .orElseThrow(() -> new NotVisible("letter " + letterId));
    }

    private void record(long officerId, Registry.What what, List<Change> changes, Actor by) {
        registry.changed(Registry.Kind.OFFICER, officerId, what, changes, by);
    }

    static NewLetter asWritten(AssignmentLetter letter) {
        return new NewLetter(
                letter.agencyCode(), letter.number(), letter.issuedOn(), letter.validFrom(), letter.validUntil());
    }

    private static Map<String, @Nullable String> fields(AssignmentLetter letter) {
        return fields(asWritten(letter));
    }

    /** As forms and files name it. */
    static Map<String, @Nullable String> fields(NewLetter letter) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("perangkat", letter.agencyCode());
        fields.put("nomor", letter.number());
        fields.put("tanggal", letter.issuedOn().toString());
        fields.put("berlakuMulai", letter.validFrom().toString());
        fields.put("berlakuSampai", letter.validUntil().toString());
        return fields;
    }

    /** Reads a form or a row; what is wrong is in {@code typed}. */
    static NewLetter read(Fields typed, Predicate<String> mayBeChosen) {
        var agency = typed.needed("perangkat", "agency.invalid.missing");
        if (!agency.isEmpty() && !mayBeChosen.test(agency)) {
            typed.wrong("perangkat", "agency.invalid.unknown", agency);
        }
        var number = typed.needed("nomor", "agency.invalid.number.missing");
        var issued = typed.day("tanggal");
        var from = typed.day("berlakuMulai");
        var until = typed.day("berlakuSampai");
        if (typed.areRight() && until.isBefore(from)) {
            typed.wrong("berlakuSampai", "agency.invalid.date.order");
        }
        return new NewLetter(agency, number, issued, from, until);
    }
}
