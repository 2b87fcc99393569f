package id.go.cirebonkab.lajur.bench;

import id.go.cirebonkab.lajur.complaint.Redaction;
import id.go.cirebonkab.lajur.platform.DataKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One complaint from its arrival on, verb by verb, as the application would have written it: each verb ends and starts
 * clocks, adds a row of history, and moves the time forward. {@link #write} then hands all rows over.
 */
final class Biography {

    private static final Duration SEEN_AFTER = Duration.ofSeconds(1);

    private final Seed seed;
    private final DataKey key;
    private final Copies rows;
    private final Vocabulary words;
    private final RandomGenerator random;
    private final Instant now;

    private final long trackingId;
    private final Vocabulary.Topic topic;
    private final String village;
    private final String classification;
    private final boolean secret;
    private final boolean anonymous;
    private final Instant reportedAt;
    private final Instant receivedAt;

    private Instant at;
    private Instant queuedAt;
    private Instant stateSince;
    private @Nullable String state;
    private int round;
    private long version;
    private @Nullable String lead;
    private final Map<Long, Part> parts = new LinkedHashMap<>();
    private final List<Given> answers = new ArrayList<>();
    private final List<Clock> clocks = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    private static final class Part {
        String agency = "";
        String kind = "";
        int round;
        Instant since = Instant.EPOCH;

        @Nullable
        Instant until;

        @Nullable
        String ending;
    }

    private static final class Given {
        long id;
        int round;
        String agency = "";
        String kind = "";
        String body = "";
        Instant at = Instant.EPOCH;

        @Nullable
        Instant approved;

        @Nullable
        Instant relayed;
    }

    private static final class Clock {
        String step = "";
        int round;
        String owner = "";

        @Nullable
        Long assignment;

        Instant since = Instant.EPOCH;
        Calendar.Deadline deadline = new Calendar.Deadline(Instant.EPOCH, "");

        @Nullable
        Instant stopped;

        boolean cancelled;

        @Nullable
        String reason;
    }

    Biography(Seed seed, Copies rows, long trackingId, Instant arrival, RandomGenerator random) {
        this.seed = seed;
        key = seed.keys.newKey();
        this.rows = rows;
        this.random = random;
        this.words = new Vocabulary(random);
        this.now = seed.now;
        this.trackingId = trackingId;
        this.topic = words.topic();
        this.village = words.one(Vocabulary.VILLAGES);
        var kind = random.nextInt(100);
        this.classification =
                kind < 3 ? "PENGAWASAN" : kind < 10 ? "ASPIRASI" : kind < 18 ? "INFORMASI" : "NON_PENGAWASAN";
        this.secret = classification.equals("PENGAWASAN") || random.nextInt(20) == 0;
        this.anonymous = random.nextInt(6) == 0;
        this.receivedAt = arrival;
        this.reportedAt = arrival.minusSeconds(5 + random.nextInt(random.nextInt(10) == 0 ? 3_600 : 50));
        this.at = arrival;
        this.queuedAt = arrival;
        this.stateSince = arrival;
    }

    // -- what happens

    Biography received() {
        var notify = clock("NOTIFY", "PORTAL", null, reportedAt, Calendar.afterMinute(reportedAt));
        notify.stopped = at;
        beginRound();
        happens("RECEIVE", "RECEIVED", List.of(), isWatch() ? "PENGAWASAN" : null, null);
        return this;
    }

    private void beginRound() {
        round++;
        queuedAt = at;
        clock("FORWARD", "DESK", null, at, Calendar.afterWorkingDays(at, 1));
        clock("VERIFY", "DESK", null, at, Calendar.afterWorkingDays(at, 3));
        clock("SETTLE", "DESK", null, at, Calendar.afterWorkingDays(at, settleDays()));
    }

    Biography forwarded() {
        later(5);
        lead = isWatch() ? "inspektorat" : seed.agencyFor(topic, random);
        var agencies = new LinkedHashSet<String>();
        agencies.add(lead);
        if (!isWatch() && random.nextInt(6) == 0) {
            agencies.add(seed.anyAgency(random));
        }
        stop("FORWARD", "VERIFY");
        agencies.forEach(agency -> open(agency, agency.equals(lead) ? "LEAD" : "SUPPORTING"));
        if (clocks.stream().noneMatch(clock -> clock.round == round && clock.step.equals("FOLLOW_UP"))) {
            clock("FOLLOW_UP", "DESK", null, at, Calendar.afterWorkingDays(at, 5));
        }
        var note = random.nextInt(8) == 0 ? "Mohon segera ditindaklanjuti sesuai kewenangan." : null;
        happens("FORWARD", "FORWARDED", agencies, null, note);
        return this;
    }

    private void open(String agency, String kind) {
        var part = new Part();
        part.agency = agency;
        part.kind = kind;
        part.round = round;
        part.since = at;
        var id = seed.assignments.next();
        parts.put(id, part);
        clock("ANSWER", agency, id, at, Calendar.afterWorkingDays(at, 1));
    }

    Biography returned() {
        later(4);
        var ended = end(part -> true, "RETURNED", "returned");
        lead = null;
        clock("FORWARD", "DESK", null, at, Calendar.afterWorkingDays(at, 1));
        happens("RETURN_TO_DESK", "RECEIVED", ended, null, "Bukan wewenang kami, mohon diteruskan ke instansi lain.");
        return this;
    }

    Biography answered(String kind) {
        later(9);
        var ended = end(part -> part.kind.equals("LEAD"), "ANSWERED", null);
        ended.addAll(end(part -> true, "SUPERSEDED", "answered"));
        give(kind);
        clock("REVIEW", "DESK", null, at, Calendar.afterWorkingHour(at));
        happens("ANSWER", "ANSWERED", ended, kind, null);
        return this;
    }

    private void give(String kind) {
        var given = new Given();
        given.id = seed.answers.next();
        given.round = round;
        given.agency = lead;
        given.kind = kind;
        given.body = words.answer();
        given.at = at;
        answers.add(given);
    }

    Biography sentBack() {
        later(1);
        stop("REVIEW");
        open(lead, "LEAD");
        happens(
                "ASK_FOR_REVISION",
                "FORWARDED",
                List.of(lead),
                last().kind,
                "Mohon jawaban diperjelas dengan tanggal pelaksanaan.");
        return this;
    }

    Biography approved() {
        later(1);
        stop("REVIEW");
        last().approved = at;
        clock("RELAY", "PORTAL", null, at, Calendar.afterMinute(at));
        happens("APPROVE", "ANSWERED", List.of(), last().kind, null);
        return this;
    }

    Biography relayed() {
        at = earlier(at.plusSeconds(2 + random.nextInt(random.nextInt(20) == 0 ? 7_200 : 40)), now.minusSeconds(1));
        last().relayed = at;
        stop("RELAY", "FOLLOW_UP");
        if (last().kind.equals("INTERIM")) {
            open(lead, "LEAD");
            happens("MARK_INTERIM_RELAYED", "FORWARDED", List.of(lead), "INTERIM", null);
        } else {
            stop("SETTLE");
            clock("REPLY_WINDOW", "PORTAL", null, at, Calendar.afterWorkingDays(at, 10));
            happens("MARK_FINAL_RELAYED", "RELAYED", List.of(), "FINAL", null);
        }
        return this;
    }

    /** Whether the reply window has passed by now. */
    boolean maybeClosed() {
        var due = clocks.get(clocks.size() - 1).deadline.due();
        if (due.isAfter(now)) {
            return false;
        }
        at = due.plus(SEEN_AFTER);
        stop("REPLY_WINDOW");
        clocks.get(clocks.size() - 1).reason = "elapsed";
        happens("CLOSE", "CLOSED", List.of(), null, null);
        return true;
    }

    Biography followedUp() {
        later(30);
        stop("REPLY_WINDOW");
        beginRound();
        var said = "Terima kasih atas jawabannya, tetapi " + words.content(topic, village);
        var received = at;
        var inRound = round;
        afterwards.add(
                () -> rows.row("follow_up", trackingId, inRound, said, Redaction.mask(said), received, received));
        lead = null;
        happens("FOLLOW_UP", "RECEIVED", List.of(), null, null);
        return this;
    }

    Biography archived(String kind) {
        later(5);
        clocks.stream().filter(clock -> clock.stopped == null).forEach(clock -> {
            clock.stopped = at;
            clock.cancelled = true;
            clock.reason = "archived";
        });
        happens("ARCHIVE", "ARCHIVED", List.of(), kind, "Laporan tidak dapat ditindaklanjuti lebih lanjut.");
        if (kind.equals("BUKAN_WEWENANG")) {
            var made = at;
            afterwards.add(() ->
                    delivery(null, "NOT_OUR_AUTHORITY", "Bukan wewenang Pemerintah Kabupaten Cirebon.", made, made));
        }
        return this;
    }

    // -- how it is kept in mind

    private boolean isWatch() {
        return classification.equals("PENGAWASAN");
    }

    private int settleDays() {
        return switch (classification) {
            case "PENGAWASAN" -> 60;
            case "INFORMASI" -> 5;
            default -> 14;
        };
    }

    /** On average so many hours later, but never later than now. */
    private void later(double hours) {
        var wanted = Duration.ofSeconds(60 + (long) (-Math.log(1 - random.nextDouble()) * hours * 3_600));
        var most = Duration.between(at, now).dividedBy(2);
        at = at.plus(wanted.compareTo(most) < 0 ? wanted : most);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Given last() {
        return answers.get(answers.size() - 1);
    }

    private Set<String> end(java.util.function.Predicate<Part> which, String ending, @Nullable String cancelled) {
        var agencies = new LinkedHashSet<String>();
        parts.forEach((id, part) -> {
            if (part.until == null && which.test(part)) {
                part.until = at;
                part.ending = ending;
                agencies.add(part.agency);
                clocks.stream()
                        .filter(clock -> clock.stopped == null && id.equals(clock.assignment))
                        .forEach(clock -> {
                            clock.stopped = at;
                            clock.cancelled = cancelled != null;
                            clock.reason = cancelled;
                        });
            }
        });
        return agencies;
    }

    private Clock clock(
            String step, String owner, @Nullable Long assignment, Instant since, Calendar.Deadline deadline) {
        var clock = new Clock();
        clock.step = step;
        clock.round = round == 0 ? 1 : round;
        clock.owner = owner;
        clock.assignment = assignment;
        clock.since = since;
        clock.deadline = deadline;
        clocks.add(clock);
        return clock;
    }

    private void stop(String... steps) {
        var which = List.of(steps);
        clocks.stream()
                .filter(clock -> clock.stopped == null && which.contains(clock.step))
                .forEach(clock -> clock.stopped = at);
    }

    private void happens(
            String verb,
            String to,
            java.util.Collection<String> agencies,
            @Nullable String detail,
            @Nullable String remark) {
        version++;
        var from = state;
        if (!to.equals(state)) {
            stateSince = at;
        }
        state = to;
        var role = switch (verb) {
            case "FORWARD", "APPROVE", "ASK_FOR_REVISION", "ARCHIVE" -> "DISTRICT_ADMIN";
            case "ANSWER", "RETURN_TO_DESK" -> "OFFICER";
            default -> null;
        };
        var actor = role == null ? "intake" : role.equals("OFFICER") ? "Petugas " + lead : "Admin Kabupaten";
        var happened = at;
        var inRound = round;
        var inVersion = version;
        var codes = List.copyOf(agencies);
        afterwards.add(() -> {
            Long remarkId = null;
            if (remark != null) {
                remarkId = seed.remarks.next();
                rows.row("remark", remarkId, trackingId, remark);
            }
            rows.row(
                    "history",
                    trackingId,
                    inRound,
                    happened,
                    verb,
                    from,
                    to,
                    inVersion,
                    actor,
                    role,
                    codes,
                    detail,
                    remarkId);
        });
    }

    // -- how it is written down

    void write() {
        var kecamatan = seed.kecamatan(random);
        var place = "Desa " + village + ", " + kecamatan;
        var title = words.title(topic, village);
        var content = words.content(topic, place);
        rows.row("data_key", key.id(), trackingId, seed.keys.master(), seed.keys.wrapped(key), receivedAt);
        rows.row(
                "complaint",
                trackingId,
                state,
                round,
                version,
                title,
                content,
                Redaction.mask(title),
                Redaction.mask(content),
                place,
                topic.category(),
                classification,
                random.nextInt(5) > 0,
                isWatch() ? seed.accused(random) : null,
                anonymous,
                secret,
                random.nextInt(3) == 0 ? "Website" : "Aplikasi",
                place,
                receivedAt.atZone(Calendar.WIB).toLocalDate(),
                reportedAt,
                receivedAt,
                queuedAt,
                stateSince,
                lead,
                key.id(),
                anonymous ? null : key.seal("reporter", words.name()));
        rows.row("taken_message", trackingId, sha256(content));
        if (random.nextInt(10) == 0) {
            message(content);
        }
        if (random.nextInt(20) == 0) {
            rows.row("attachment", file("foto.jpg", "image/jpeg", new byte[2_048]), trackingId, 0);
        }
        parts.forEach((id, part) -> rows.row(
                "assignment", id, trackingId, part.round, part.agency, part.kind, part.since, part.until, part.ending));
        parts.values().stream()
                .map(part -> part.agency)
                .distinct()
                .forEach(agency -> rows.row("complaint_access", agency, trackingId, queuedAt));
        answers.forEach(this::write);
        afterwards.forEach(Runnable::run);
        clocks.forEach(this::write);
    }

    private void write(Given given) {
        rows.row(
                "answer",
                given.id,
                trackingId,
                given.round,
                given.agency,
                given.kind,
                given.body,
                given.kind.equals("INTERIM")
                        ? given.at.atZone(Calendar.WIB).toLocalDate().plusDays(7)
                        : null,
                "Petugas " + given.agency,
                given.at,
                false,
                given.approved,
                given.relayed);
        if (given.approved != null) {
            delivery(given.id, "FOLLOW_UP", given.body, given.approved, given.relayed);
        }
    }

    private void delivery(@Nullable Long answer, String kind, String body, Instant made, @Nullable Instant accepted) {
        var id = seed.deliveries.next();
        rows.row(
                "delivery",
                id,
                trackingId,
                answer,
                kind,
                key.seal("delivery", body),
                sha256(body),
                secret,
                accepted == null ? "WAITING" : "ACCEPTED",
                accepted == null ? 0 : 1,
                made,
                accepted,
                made,
                accepted,
                accepted == null ? null : "TL-" + id);
        if (accepted != null) {
            rows.row("delivery_attempt", id, made, accepted, "POST", "ACCEPTED", 200);
        }
    }

    private void write(Clock clock) {
        var due = clock.deadline.due();
        var end = clock.stopped == null ? now : clock.stopped;
        var isWindow = clock.step.equals("REPLY_WINDOW");
        var warnAt = clock.since.plus(
                Duration.between(clock.since, due).multipliedBy(4).dividedBy(5));
        var breached = !isWindow && due.isBefore(end) ? earlier(due.plus(SEEN_AFTER), end) : null;
        var warned = !isWindow && !clock.step.equals("NOTIFY") && warnAt.isBefore(end) ? warnAt : null;
        var ended = clock.cancelled ? "CANCELLED" : "MET";
        rows.row(
                "clock",
                trackingId,
                clock.round,
                clock.step,
                clock.owner,
                clock.assignment,
                seed.policy(clock.step, classification),
                clock.since,
                due,
                warnAt,
                clock.deadline.skipped(),
                warned,
                breached,
                clock.stopped,
                breached != null ? "BREACHED" : clock.stopped == null ? "RUNNING" : ended,
                clock.reason);
    }

    private void message(String content) {
        var json = "{\"tracking_id\":\"" + trackingId + "\",\"content\":\"" + content + "\"}";
        var file = file("pesan", "application/json", json.getBytes(StandardCharsets.UTF_8));
        rows.row(
                "raw_message",
                uuid(),
                "WEBHOOK",
                file,
                sha256(json),
                receivedAt,
                receivedAt,
                "READ",
                "ACCEPTED",
                null,
                trackingId);
    }

    private UUID file(String name, String type, byte[] content) {
        var id = uuid();
        rows.row("file", id, name, type, content.length, sha256(content));
        rows.row("file_chunk", id, 0, content);
        return id;
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
