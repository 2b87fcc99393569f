package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.agency.Officers.Officer;
import id.go.cirebonkab.lajur.agency.Officers.Person;
import id.go.cirebonkab.lajur.agency.Plan.Outcome;
import id.go.cirebonkab.lajur.agency.Plan.Step;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares a file with the registry, and writes the registry as such a file. */
@Component
class Planner {

    private static final String ID = "id";
    private static final List<String> PERSON = List.of("nama", "telepon", "surel");
    private static final List<String> LETTER =
            List.of("perangkat", "nomor", "tanggal", "berlakuMulai", "berlakuSampai");

    private final Agencies agencies;
    private final Officers officers;
    private final Letters letters;
    private final Registrar registrar;

    Planner(Agencies agencies, Officers officers, Letters letters, Registrar registrar) {
        this.agencies = agencies;
        this.officers = officers;
        this.letters = letters;
        this.registrar = registrar;
    }

    /** What the file is about. */
    enum Subject {
        AGENCIES,
        OFFICERS;

        public String path() {
            return this == AGENCIES ? "/perangkat-daerah" : "/petugas";
        }

        String word() {
            return this == AGENCIES ? "agency" : "officer";
        }
    }

    Sheet export(Subject subject) {
        return subject == Subject.AGENCIES ? exportAgencies() : exportOfficers();
    }

    Plan plan(Subject subject, Sheet sheet) {
        var needed = subject == Subject.AGENCIES ? List.of("kode", "nama", "jenis") : List.of("nama");
        for (var column : needed) {
            if (!sheet.columns().contains(column)) {
                throw new InvalidInput("berkas", "agency.import.invalid.column", column);
            }
        }
        return subject == Subject.AGENCIES ? planAgencies(sheet) : planOfficers(sheet);
    }

    // -- agencies

    private Sheet exportAgencies() {
        var lines = new ArrayList<Sheet.Line>();
        var columns = new LinkedHashSet<String>();
        for (var agency : agencies.allRecorded()) {
            var fields = new LinkedHashMap<>(agency.profile().fields());
            fields.put("aktif", agency.active() ? "ya" : "tidak");
            columns.addAll(fields.keySet());
            lines.add(line(lines.size() + 2L, fields));
        }
        return new Sheet(List.copyOf(columns), lines);
    }

    private Plan planAgencies(Sheet sheet) {
        var known = agencies.allRecorded().stream()
                .collect(Collectors.toMap(agency -> agency.profile().code(), agency -> agency));
        var codes = new HashSet<>(known.keySet());
        sheet.lines().forEach(line -> codes.add(Objects.requireNonNullElse(Fields.tidy(line.cell("kode")), "")));
        var seen = new HashSet<String>();
        return new Plan(sheet.lines().stream()
                .map(line -> planAgency(line, sheet, known, codes, seen))
                .toList());
    }

    private Step planAgency(
            Sheet.Line line, Sheet sheet, Map<String, Agencies.Recorded> known, Set<String> codes, Set<String> seen) {
        var there = known.get(Objects.requireNonNullElse(Fields.tidy(line.cell("kode")), ""));
        var recorded = there == null
                ? Map.<String, @Nullable String>of()
                : there.profile().fields();
        // A column that the file lacks is left as it is.
        var typed = new Fields(field -> sheet.columns().contains(field) ? line.cell(field) : recorded.get(field));
        var profile = Profile.read(typed);
        if (!seen.add(profile.code())) {
            typed.wrong("kode", "agency.import.invalid.twice", profile.code());
        }
        if (profile.parent() != null
                && (!codes.contains(profile.parent()) || profile.parent().equals(profile.code()))) {
            typed.wrong("induk", "agency.invalid.unknown", profile.parent());
        }
        if (sheet.columns().contains("aktif") && typed.yes("aktif") != (there == null || there.active())) {
            typed.wrong("aktif", "agency.import.invalid.active");
        }
        if (!typed.areRight()) {
            return Step.wrong(line.number(), profile.code(), typed.problems());
        }
        if (there == null) {
            return new Step(
                    line.number(),
                    profile.name(),
                    Outcome.NEW,
                    written(Change.between(Map.of(), profile.fields())),
                    List.of(),
                    by -> registrar.register(profile, by));
        }
        var changes = Change.between(tidied(recorded), profile.fields());
        return changes.isEmpty()
                ? Step.unchanged(line.number(), profile.name())
                : new Step(
                        line.number(),
                        profile.name(),
                        Outcome.CHANGED,
                        changes,
                        List.of(),
                        by -> registrar.change(profile, false, null, by));
    }

    // -- officers

    private Sheet exportOfficers() {
        var columns = new ArrayList<String>();
        columns.add(ID);
        columns.addAll(PERSON);
        columns.addAll(LETTER);
        var lines = new ArrayList<Sheet.Line>();
        for (var officer : officers.all()) {
            var person = new LinkedHashMap<String, @Nullable String>();
            person.put(ID, String.valueOf(officer.id()));
            person.putAll(officer.person().fields());
            var own = valid(officer);
            if (own.isEmpty()) {
                lines.add(line(lines.size() + 2L, person));
            }
            for (var letter : own) {
                var fields = new LinkedHashMap<>(person);
                fields.putAll(Letters.fields(Letters.asWritten(letter)));
                lines.add(line(lines.size() + 2L, fields));
            }
        }
        return new Sheet(columns, lines);
    }

    private List<AssignmentLetter> valid(Officer officer) {
        return letters.of(officer.id()).stream()
                .filter(letter -> letter.withdrawnOn() == null)
                .toList();
    }

    private Plan planOfficers(Sheet sheet) {
        var all = officers.all();
        var people = new HashMap<String, Person>();
        var made = new HashMap<String, Long>();
        var seenLetters = new HashSet<String>();
        return new Plan(sheet.lines().stream()
                .map(line -> planOfficer(line, sheet, all, people, made, seenLetters))
                .toList());
    }

    /** @param made the ids of those whom an earlier row has made, by then */
    private Step planOfficer(
            Sheet.Line line,
            Sheet sheet,
            List<Officer> all,
            Map<String, Person> people,
            Map<String, Long> made,
            Set<String> seenLetters) {
        var id = Fields.tidy(line.cell(ID));
        var there = find(id, line, all);
        var recorded = there.map(officer -> officer.person().fields()).orElse(Map.of());
        var typed = new Fields(field ->
                PERSON.contains(field) && !sheet.columns().contains(field) ? recorded.get(field) : line.cell(field));
        var person = Person.read(typed);
        if (id != null && there.isEmpty()) {
            typed.wrong(ID, "agency.import.invalid.id", id);
        }
        var key = there.map(officer -> "#" + officer.id()).orElseGet(() -> String.valueOf(person.fields()));
        var earlier = people.putIfAbsent(key, person);
        if (earlier != null && !earlier.equals(person)) {
            typed.wrong("nama", "agency.import.invalid.person");
        }
        var hasLetter = LETTER.stream().anyMatch(field -> Fields.tidy(line.cell(field)) != null);
        var known =
                hasLetter ? there.flatMap(officer -> sameLetter(officer, line)) : Optional.<AssignmentLetter>empty();
        NewLetter letter = null;
        if (hasLetter) {
            letter = known.isPresent() ? Letters.read(typed, code -> true) : Letters.read(typed, agencies::isActive);
            if (!seenLetters.add(key + '|' + letter.agencyCode() + '|' + letter.number())) {
                typed.wrong("nomor", "agency.import.invalid.letter.twice", letter.number());
            }
        }
        if (!typed.areRight()) {
            return Step.wrong(line.number(), person.name(), typed.problems());
        }
        return step(line, key, person, earlier != null, there, letter, known, made);
    }

    private Step step(
            Sheet.Line line,
            String key,
            Person person,
            boolean isRepeated,
            Optional<Officer> there,
            @Nullable NewLetter letter,
            Optional<AssignmentLetter> known,
            Map<String, Long> made) {
        var changes = new ArrayList<Change>();
        var acts = new ArrayList<Consumer<Actor>>();
        if (!isRepeated) {
            var before = there.map(officer -> tidied(officer.person().fields())).orElse(Map.of());
            var personal = written(Change.between(before, person.fields()));
            changes.addAll(personal);
            if (there.isEmpty()) {
                acts.add(by -> made.put(key, officers.register(person, null, null, by)));
            } else if (!personal.isEmpty()) {
                acts.add(by -> officers.change(there.get().id(), person, null, by));
            }
        }
        if (letter != null) {
            var before =
                    known.map(old -> Letters.fields(Letters.asWritten(old))).orElse(Map.of());
            var ofLetter = written(Change.between(tidied(before), Letters.fields(letter)));
            changes.addAll(ofLetter);
            if (known.isPresent() && !ofLetter.isEmpty()) {
                acts.add(by -> letters.change(there.orElseThrow().id(), known.get(), letter, by));
            } else if (known.isEmpty()) {
                acts.add(by -> letters.add(there.map(Officer::id).orElseGet(() -> made.get(key)), letter, null, by));
            }
        }
        if (acts.isEmpty()) {
            return Step.unchanged(line.number(), person.name());
        }
        var outcome = there.isEmpty() || known.isEmpty() && letter != null ? Outcome.NEW : Outcome.CHANGED;
        return new Step(
                line.number(), person.name(), outcome, changes, List.of(), by -> acts.forEach(act -> act.accept(by)));
    }

    /** By the id; without one, the officer of the very same name and address or phone. */
    private static Optional<Officer> find(@Nullable String id, Sheet.Line line, List<Officer> all) {
        if (id != null) {
            return all.stream()
                    .filter(officer -> String.valueOf(officer.id()).equals(id))
                    .findFirst();
        }
        return all.stream()
                .filter(officer -> PERSON.stream()
                        .allMatch(field -> Objects.equals(
                                Fields.tidy(officer.person().fields().get(field)), Fields.tidy(line.cell(field)))))
                .findFirst();
    }

    private Optional<AssignmentLetter> sameLetter(Officer officer, Sheet.Line line) {
        return valid(officer).stream()
                .filter(letter -> letter.agencyCode().equals(Fields.tidy(line.cell("perangkat")))
                        && Objects.equals(Fields.tidy(letter.number()), Fields.tidy(line.cell("nomor"))))
                .findFirst();
    }

    private static Sheet.Line line(long number, Map<String, @Nullable String> fields) {
        var cells = new LinkedHashMap<String, String>();
        fields.forEach((field, value) -> cells.put(field, Objects.requireNonNullElse(value, "")));
        return new Sheet.Line(number, cells);
    }

    /** Without what was and stays empty. */
    private static List<Change> written(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.from() != null || change.to() != null)
                .toList();
    }

    /** What was recorded before spaces were tidied is no change. */
    private static Map<String, @Nullable String> tidied(Map<String, @Nullable String> fields) {
        var tidied = new LinkedHashMap<String, @Nullable String>();
        fields.forEach((field, value) -> tidied.put(field, Fields.tidy(value)));
        return tidied;
    }
}
