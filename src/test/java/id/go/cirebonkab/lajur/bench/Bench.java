package id.go.cirebonkab.lajur.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/bench}: seeds, starts, measures, prints. Exits with 0 unless it could not measure. */
public final class Bench {

    private static final double START_AIM = 10;
    private static final double START_AIM_WITH_CACHE = 6;
    private static final String STARTS = "Starts";
    private static final String MIXED = "A mixed day: admin, supervisor, officers";

    /** For posts, which use complaints up. */
    private static final int POSTS_OF_ONE = 150;

    private static final int POSTS_OF_MANY = 400;
    private static final int POSTS_TO_WARM_UP = 150;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Options options;
    private final Warmth warmth;
    private final Database database;
    private final Application application;
    private final Jdk java;
    private final List<Starts> starts = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Line> floor = new ArrayList<>();
    private final Map<String, Statements.Counted> statements = new LinkedHashMap<>();

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        try {
            new Bench(Options.of(arguments)).run();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private Bench(Options options) throws IOException {
        this.options = options;
        this.warmth = Warmth.of(options);
        this.database = new Database(options.dataDir);
        this.application = new Application(options);
        this.java = Jdk.running();
    }

    private void run() throws Exception {
        Files.createDirectories(options.home);
        Files.deleteIfExists(application.log());
        if (!options.keep) {
            deleteData();
        }
        seed();
        if (options.wants(STARTS)) {
            measureStarts();
        }
        var report = measure();
        countStatements();
        if (options.json != null) {
            var json = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Files.write(options.json, json.writeValueAsBytes(report));
        }
        System.out.println(new Table(report, options.markdown));
        if (!options.keep) {
            deleteData();
        }
    }

    /** The first start makes the schema; what is there from an earlier run with as many complaints is kept. */
    private void seed() throws Exception {
        say("First start, with an empty database unless there is one in " + options.dataDir);
        try (var server = application.start(java, Application.STILL);
                var superuser = database.as(Database.SUPERUSER);
                var owner = database.as(Database.OWNER)) {
            // In case that an earlier run was ended while it counted.
            Statements.atNextStart(superuser, false);
            say("First start to healthy: %.1f s".formatted(server.toHealthy().toMillis() / 1_000.0));
            say("fsync is " + Database.column(owner, "show fsync").get(0));
            var there = Database.number(owner, "select count(*) from complaint");
            if (there == 0) {
                new Seed(owner).fill(options.complaints);
            } else if (there < options.complaints) {
                throw new IllegalStateException("%s holds %,d complaints, not %,d; name another directory"
                        .formatted(options.dataDir, there, options.complaints));
            } else {
                say("%,d complaints are there already".formatted(there));
            }
            Accounts.make(owner);
        }
    }

    private void measureStarts() throws IOException, InterruptedException {
        say(STARTS);
        starts.add(application.startTimes(java, START_AIM));
        if (!java.isTwentyFive()) {
            starts.add(application.startTimesWithCache(java, START_AIM));
        }
        var newer = Jdk.twentyFive(options.java25);
        if (newer.isPresent()) {
            starts.add(application.startTimesWithCache(newer.get(), START_AIM_WITH_CACHE));
        } else {
            say("No Java 25 found, so no start with an AOT cache");
        }
    }

    private Report measure() throws Exception {
        try (var server = application.start(java);
                var superuser = database.as(Database.SUPERUSER)) {
            Database.execute(superuser, "checkpoint");
            var pages = new Pages(superuser);
            var all = pages.all();
            var crowd = new Crowd(server.base(), options.users);
            var wanted = all.stream().filter(page -> options.wants(page.name())).toList();
            say("Warming up");
            for (var page : wanted) {
                Load.measure(crowd.opening(page), warmth.forAPage());
            }
            Load.measure(crowd.mixed(all), warmth.atFirst());
            for (var page : wanted) {
                var visitor = crowd.opening(page);
                var bytes = crowd.sizeOf(page);
                lines.add(timed(page.name(), bytes, visitor, page.aim()));
            }
            if (options.wants(MIXED)) {
                lines.add(timed(MIXED, 0, crowd.mixed(all), Aim.NONE));
            }
            if (Posts.names().stream().anyMatch(options::wants)) {
                post(crowd, new Posts(lastNumber()));
            }
            var resident = server.residentMegabytes();
            var size = lines.stream().mapToInt(Line::bytes).findFirst().orElse(0);
            say("The floor");
            floor.add(new Floor(options, database, warmth).page(java, size, application.log()));
            floor.addAll(new Floor(options, database, warmth).queries());
            Statements.atNextStart(superuser, true);
            return report(resident);
        }
    }

    private Line timed(String name, int bytes, List<Load.Turn> turns, Aim aim) throws InterruptedException {
        Load.measure(turns, warmth.forAPage());
        var line = new Line(
                name, bytes, Load.measure(turns.subList(0, 1), options.each), Load.measure(turns, options.each), aim);
        tell(line);
        return line;
    }

    private void post(Crowd crowd, Posts posts) throws InterruptedException {
        List<Function<AtomicInteger, List<Load.Turn>>> kinds = List.of(
                left -> crowd.handingOver(posts, left),
                left -> crowd.forwarding(posts, left),
                left -> crowd.answering(posts, left));
        for (var kind = 0; kind < kinds.size(); kind++) {
            var turns = kinds.get(kind);
            Load.measure(turns.apply(new AtomicInteger(POSTS_TO_WARM_UP)), LONG);
            // A single officer has the posts of one agency only.
            var alone = turns.apply(new AtomicInteger(POSTS_OF_ONE)).subList(0, 1);
            var one = Load.measure(alone, LONG);
            var many = Load.measure(turns.apply(new AtomicInteger(POSTS_OF_MANY)), LONG);
            var line = new Line(Posts.names().get(kind), 0, one, many, kind == 0 ? Aim.NONE : Aim.TRANSITION);
            lines.add(line);
            tell(line);
        }
    }

    /** In a start of its own: what counts also slows. */
    private void countStatements() throws Exception {
        say("Counting statements");
        try (var server = application.start(java, Application.STILL);
                var superuser = database.as(Database.SUPERUSER)) {
            var counter = new Statements(superuser);
            var crowd = new Crowd(server.base(), Accounts.AGENCIES.size());
            for (var page : new Pages(superuser).all()) {
                if (options.wants(page.name())) {
                    statements.put(page.name(), counter.of(crowd.openingOne(page)));
                }
            }
            if (Posts.names().stream().anyMatch(options::wants)) {
                var posts = new Posts(lastNumber());
                var enough = new AtomicInteger(Integer.MAX_VALUE);
                var names = Posts.names();
                statements.put(
                        names.get(0),
                        counter.of(crowd.handingOver(posts, enough).get(0)));
                statements.put(
                        names.get(1), counter.of(crowd.forwarding(posts, enough).get(0)));
                statements.put(names.get(2), counter.of(anyOf(crowd.answering(posts, enough))));
            }
            Statements.atNextStart(superuser, false);
        }
    }

    private static Load.Turn anyOf(List<Load.Turn> turns) {
        return () -> {
            for (var turn : turns) {
                if (turn.take()) {
                    return true;
                }
            }
            return false;
        };
    }

    private long lastNumber() throws SQLException, IOException {
        try (var owner = database.as(Database.OWNER)) {
            return Database.number(owner, "select max(tracking_id) from complaint");
        }
    }

    private Report report(long resident) throws SQLException, IOException {
        try (var owner = database.as(Database.OWNER)) {
            var settings = new LinkedHashMap<String, String>();
            settings.put("-Xmx", options.heap + " " + Jdk.COLLECTOR);
            for (var name : List.of("fsync", "synchronous_commit", "full_page_writes", "shared_buffers")) {
                settings.put(name, Database.column(owner, "show " + name).get(0));
            }
            return new Report(
                    Machine.here(),
                    java.version(),
                    Database.column(owner, "show server_version").get(0),
                    settings,
                    Database.number(owner, "select count(*) from complaint"),
                    Database.number(
                            owner,
                            "select count(*) from complaint where state in ('RECEIVED', 'FORWARDED', 'ANSWERED')"),
                    options.users,
                    starts,
                    resident,
                    floor,
                    lines,
                    statements);
        }
    }

    private void tell(Line line) {
        say("%-42s %7.2f ms, %d users: %.0f/s, p99 %.1f ms"
                .formatted(
                        line.name(),
                        line.one().p50(),
                        line.many().users(),
                        line.many().perSecond(),
                        line.many().p99()));
    }

    private static void say(String what) {
        System.err.println(what);
    }

    private void deleteData() throws IOException {
        if (Files.notExists(options.dataDir)) {
            return;
        }
        try (var files = Files.walk(options.dataDir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
