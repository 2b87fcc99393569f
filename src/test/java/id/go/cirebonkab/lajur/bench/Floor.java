package id.go.cirebonkab.lajur.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the machine gives at best, measured in the same way in the same run. */
final class Floor {

    private final Options options;
    private final Database database;
    private final Warmth warmth;

    Floor(Options options, Database database, Warmth warmth) {
        this.options = options;
        this.database = database;
        this.warmth = warmth;
    }

    /** The bare page, made as large as {@code bytes}. */
    Line page(Jdk java, int bytes, Path log) throws IOException, InterruptedException {
        var port = options.port + 1;
        var command = List.of(
                java.java(),
                "-Xmx" + options.heap,
                Jdk.COLLECTOR,
                "-cp",
                System.getProperty("java.class.path"),
                FloorApplication.class.getName(),
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + Database.APP,
                "--spring.datasource.password=" + database.password(Database.APP));
        try (var server = ServerProcess.start(command, port, "/", log)) {
            var bare = Pages.open(new Visitor(server.base()), "/");
            var path = "/?filler=" + Math.max(0, bytes - bare);
            var visitors = new ArrayList<Load.Turn>();
            for (var user = 0; user < options.users; user++) {
                var visitor = new Visitor(server.base());
                visitors.add(() -> Pages.open(visitor, path) > 0);
            }
            Load.measure(visitors, warmth.atFirst());
            var one = Load.measure(visitors.subList(0, 1), options.each);
            var many = Load.measure(visitors, options.each);
            return new Line("Floor: a bare page as large as the queue", Math.max(bytes, bare), one, many, Aim.NONE);
        }
    }

    /** The same query as the bare page's, and one that reads nothing, without any server between. */
    List<Line> queries() throws SQLException, IOException, InterruptedException {
        return List.of(
                query("Floor: the query of the bare page, by JDBC", FloorApplication.QUERY),
                query("Floor: select 1, by JDBC", "select 1"));
    }

    private Line query(String name, String sql) throws SQLException, IOException, InterruptedException {
        var connections = new ArrayList<Connection>();
        try {
            var turns = new ArrayList<Load.Turn>();
            for (var user = 0; user < options.users; user++) {
                var connection = database.as(Database.APP);
                connections.add(connection);
                var statement = connection.prepareStatement(sql);
                turns.add(() -> {
                    try (var rows = statement.executeQuery()) {
                        var any = false;
                        while (rows.next()) {
                            any |= rows.getObject(1) != null;
                        }
                        return any;
                    }
                });
            }
            Load.measure(turns, warmth.forAPage());
            var one = Load.measure(turns.subList(0, 1), options.each);
            var many = Load.measure(turns, options.each);
            return new Line(name, 0, one, many, Aim.NONE);
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }
}
