package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.shared.Times;
import java.sql.Array;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one complaint for one person. The query itself leaves out what that person may not see. */
@Repository
public class CaseQueries {

    private final JdbcClient jdbc;
    private final Mandates mandates;

    CaseQueries(JdbcClient jdbc, Mandates mandates) {
        this.jdbc = jdbc;
        this.mandates = mandates;
    }

    /** @throws NotVisible when it is not there, or not for this person */
    public CaseFile open(TrackingId id, Actor actor) {
        return open(id, actor, actor.is(Role.DISTRICT_ADMIN));
    }

    /** @param plain with every word as it was written */
    CaseFile open(TrackingId id, Actor actor, boolean plain) {
        var header = header(id, actor, plain);
        var hidden = header.secret() && actor.is(Role.SUPERVISOR);
        var parts = parts(id);
        var relation = relation(header, parts, actor.only(mandates.valid(actor.officerId())));
        var possible = possible(header, relation);
        var needLetter = possible(header, relation(header, parts, actor));
        needLetter.removeAll(possible);
        var file = new CaseFile(
                hidden ? withoutContent(header) : header,
                hidden,
                parts,
                hidden ? List.of() : answers(id, plain),
                hidden ? List.of() : followUps(id, plain),
                hidden ? List.of() : attachments(id, plain),
                history(id, plain, hidden),
                relation,
                possible,
                needLetter);
        return FormerSecrecy.leaveOut(file, actor);
    }

    /**
     * One file of a case, under its masked name for whoever sees masked texts.
     *
     * @throws NotVisible when it is not there, or not for this person
     */
    public Files.Kept attachment(TrackingId id, UUID file, Actor actor) {
        var header = header(id, actor, false);
        if (header.secret() && actor.is(Role.SUPERVISOR)) {
            throw new NotVisible("attachment of " + id);
        }
        return jdbc.sql("""
                        select f.id, f.name, f.content_type, f.size, f.sha256 from attachment a join file f on f.id = a.file_id
                        where a.tracking_id = ? and a.file_id = ?""")
                .params(id.value(), file)
                .query(Files.Kept.class)
                .optional()
                .map(kept -> actor.is(Role.DISTRICT_ADMIN) ? kept : named(Redaction.mask(kept.name()), kept))
                .orElseThrow(() -> new NotVisible("attachment of " + id));
    }

    private static Files.Kept named(String name, Files.Kept kept) {
        return new Files.Kept(kept.id(), name, kept.contentType(), kept.size(), kept.sha256());
    }

    private static final String MASKED = """
            ((c.title, c.content, c.location) is distinct from (c.redacted_title, c.redacted_content, c.redacted_location)
             or exists (select from follow_up f where f.tracking_id = c.tracking_id and f.content <> f.redacted_content))""";

    private CaseFile.Header header(TrackingId id, Actor actor, boolean plain) {
        var texts = plain
                ? "c.title, c.content, c.location"
                : "c.redacted_title as title, c.redacted_content as content, c.redacted_location as location";
        return jdbc.sql("""
                        select c.tracking_id, c.state, c.round, c.version, %s, c.category, c.classification, c.classified,
                               c.accused_agency, c.anonymous, c.secret,
                               c.reporter is not null as named, %s as masked, c.channel, c.date_of_incident,
                               c.reported_at, c.received_at, c.state_since, c.lead_agency, c.duplicate_of, c.erased_at,
                               (select reason from legal_hold h where h.tracking_id = c.tracking_id) as hold
                        from complaint c where c.tracking_id = :id and %s""".formatted(texts, plain ? "false" : MASKED, visible(actor)))
                .param("id", id.value())
                .param("agencies", actor.agencyCodes().toArray(String[]::new))
                .query(CaseFile.Header.class)
                .optional()
                .map(header -> plain ? header : masked(header, actor))
                .orElseThrow(() -> new NotVisible(id.toString()));
    }

    /** What has no masked column of its own is masked here; another case is named only to who may see every case. */
    private static CaseFile.Header masked(CaseFile.Header header, Actor actor) {
        return new CaseFile.Header(
                header.trackingId(),
                header.state(),
                header.round(),
                header.version(),
                header.title(),
                header.content(),
                masked(header.category()),
                header.classification(),
                header.classified(),
                header.accusedAgency(),
                header.anonymous(),
                header.secret(),
                header.named(),
                header.masked(),
                masked(header.channel()),
                header.location(),
                masked(header.dateOfIncident()),
                header.reportedAt(),
                header.receivedAt(),
                header.stateSince(),
                header.leadAgency(),
                actor.is(Role.OFFICER) ? null : header.duplicateOf(),
                header.erasedAt(),
                null);
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : Redaction.mask(text);
    }

    /** The condition that keeps everybody to what is theirs; it uses the parameter {@code :agencies}. */
    static String visible(Actor actor) {
        if (actor.is(Role.OFFICER)) {
            return """
                    exists (select from complaint_access x
                            where x.tracking_id = c.tracking_id and x.agency_code = any(:agencies))""";
        }
        return actor.is(Role.DISTRICT_ADMIN) || actor.is(Role.SUPERVISOR)
                ? "(true or :agencies is null)"
                : "(false and :agencies is null)";
    }

    private static CaseFile.Header withoutContent(CaseFile.Header header) {
        return new CaseFile.Header(
                header.trackingId(),
                header.state(),
                header.round(),
                header.version(),
                "",
                "",
                header.category(),
                header.classification(),
                header.classified(),
                header.accusedAgency(),
                header.anonymous(),
                true,
                header.named(),
                header.masked(),
                header.channel(),
                null,
                null,
                header.reportedAt(),
                header.receivedAt(),
                header.stateSince(),
                header.leadAgency(),
                header.duplicateOf(),
                header.erasedAt(),
                null);
    }

    private List<CaseFile.Part> parts(TrackingId id) {
        return jdbc.sql("""
                        select p.agency_code, agency_name_at(p.agency_code, p.ended_at) as agency_name, p.kind, p.round,
                               p.assigned_at, p.ended_at, p.ended_as
                        from assignment p
                        where p.tracking_id = ? order by p.id""").params(id.value()).query(CaseFile.Part.class).list();
    }

    private List<CaseFile.Given> answers(TrackingId id, boolean plain) {
        return jdbc.sql("""
                        select w.id, w.round, w.agency_code, agency_name_at(w.agency_code, w.answered_at) as agency_name, w.kind, w.body, w.promised_for,
                               w.author_name, w.answered_at, w.recorded, w.recorded_source, w.recorded_official,
                               w.recorded_on, w.approved_at, w.relayed_at
                        from answer w where w.tracking_id = ? order by w.id""").params(id.value()).query(CaseFile.Given.class).list().stream()
                .map(given -> plain ? given : masked(given))
                .toList();
    }

    private static CaseFile.Given masked(CaseFile.Given given) {
        return new CaseFile.Given(
                given.id(),
                given.round(),
                given.agencyCode(),
                given.agencyName(),
                given.kind(),
                Redaction.mask(given.body()),
                given.promisedFor(),
                given.authorName(),
                given.answeredAt(),
                given.recorded(),
                masked(given.recordedSource()),
                given.recordedOfficial(),
                given.recordedOn(),
                given.approvedAt(),
                given.relayedAt());
    }

    private List<CaseFile.Reply> followUps(TrackingId id, boolean plain) {
        return jdbc.sql("""
                        select id, round, %s as content, written_at, received_at
                        from follow_up where tracking_id = ? order by id""".formatted(plain ? "content" : "redacted_content"))
                .params(id.value())
                .query(CaseFile.Reply.class)
                .list();
    }

    private List<CaseFile.Enclosed> attachments(TrackingId id, boolean plain) {
        return jdbc.sql("""
                        select a.file_id, f.name, f.content_type, f.size, a.answer_id, a.follow_up_id
                        from attachment a join file f on f.id = a.file_id
                        where a.tracking_id = ? order by a.answer_id nulls first, a.follow_up_id nulls first, a.position""").params(id.value()).query(CaseFile.Enclosed.class).list().stream()
                .map(file -> plain
                        ? file
                        : new CaseFile.Enclosed(
                                file.fileId(),
                                Redaction.mask(file.name()),
                                file.contentType(),
                                file.size(),
                                file.answerId(),
                                file.followUpId()))
                .toList();
    }

    private List<CaseFile.Event> history(TrackingId id, boolean plain, boolean hidden) {
        return jdbc.sql("""
                        select h.id, h.round, h.happened_at, h.verb, h.from_state, h.to_state, h.version, h.actor_name,
                               h.actor_role, h.agencies, h.detail, r.body as remark
                        from history h left join remark r on r.id = h.remark_id
                        where h.tracking_id = ? order by h.id""")
                .params(id.value())
                .query((row, number) -> new CaseFile.Event(
                        row.getLong("id"),
                        row.getInt("round"),
                        Times.instant(row, "happened_at"),
                        Verb.valueOf(row.getString("verb")),
                        row.getString("from_state") == null ? null : State.valueOf(row.getString("from_state")),
                        State.valueOf(row.getString("to_state")),
                        row.getLong("version"),
                        row.getString("actor_name"),
                        row.getString("actor_role"),
                        strings(row.getArray("agencies")),
                        row.getString("detail"),
                        remark(row.getString("remark"), plain, hidden)))
                .list();
    }

    private static @Nullable String remark(@Nullable String remark, boolean plain, boolean hidden) {
        if (remark == null || hidden) {
            return null;
        }
        return plain ? remark : Redaction.mask(remark);
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** What the person may do now, by the tables of transitions and rights. */
    private static Set<Verb> possible(CaseFile.Header header, Relation relation) {
        var possible = EnumSet.noneOf(Verb.class);
        for (var verb : Verb.values()) {
            if (relation.may(verb) && Transitions.from(header.state(), verb).isPresent()) {
                possible.add(verb);
            }
        }
        return possible;
    }

    private static Relation relation(CaseFile.Header header, List<CaseFile.Part> parts, Actor actor) {
        if (actor.is(Role.DISTRICT_ADMIN)) {
            return Relation.DESK;
        }
        if (!actor.is(Role.OFFICER)) {
            return Relation.NONE;
        }
        if (actor.actsFor(header.leadAgency())) {
            return Relation.LEAD;
        }
        var supports = parts.stream()
                .anyMatch(part -> part.round() == header.round()
                        && part.kind() == Assignment.Kind.SUPPORTING
                        && part.endedAt() == null
                        && actor.actsFor(part.agencyCode()));
        return supports ? Relation.SUPPORTING : Relation.NONE;
    }
}
