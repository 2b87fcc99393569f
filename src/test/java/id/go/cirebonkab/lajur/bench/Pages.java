package id.go.cirebonkab.lajur.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** The pages that are measured, and where on them one goes. */
final class Pages {

    /** Who opens a page. */
    enum Who {
        ADMIN,
        SUPERVISOR,
        OFFICER,
        STRANGER
    }

    /** @param path for who is signed in as that account */
    record Page(String name, Who who, Function<String, String> path, Aim aim) {}

    private final List<String> open;
    private final List<String> ended;
    private final Map<String, List<String>> ofOfficers = new HashMap<>();
    private final String endOfFirstPage;

    Pages(Connection connection) throws SQLException {
        open = Database.column(
                connection, "select tracking_id from complaint where state in ('RECEIVED', 'FORWARDED', 'ANSWERED')");
        ended = Database.column(
                connection,
                "select tracking_id from complaint where state in ('RELAYED', 'CLOSED') order by random() limit 5000");
        for (var agency : Accounts.AGENCIES) {
            ofOfficers.put(
                    Accounts.officerOf(agency),
                    Database.column(
                            connection,
                            "select tracking_id from complaint_access where agency_code = '" + agency
                                    + "' order by queued_at desc limit 500"));
        }
        endOfFirstPage = Database.column(
                        connection,
                        "select tracking_id from complaint order by queued_at desc, tracking_id desc offset 49 limit 1")
                .get(0);
    }

    List<Page> all() {
        return List.of(
                admin("Queue", "/pengaduan", Aim.QUEUE),
                admin("Queue, forwarded", "/pengaduan?status=FORWARDED", Aim.QUEUE),
                admin("Queue, closed", "/pengaduan?status=CLOSED", Aim.QUEUE),
                admin("Queue, one agency", "/pengaduan?perangkat=dputr", Aim.QUEUE),
                admin("Queue, late", "/pengaduan?tenggat=lewat", Aim.QUEUE),
                admin("Queue, second page", "/pengaduan?sesudah=" + endOfFirstPage, Aim.QUEUE),
                new Page("Queue, deep page", Who.ADMIN, who -> "/pengaduan?sesudah=" + one(ended), Aim.QUEUE),
                new Page("Queue of an officer", Who.OFFICER, who -> "/pengaduan", Aim.QUEUE),
                new Page("Case, open", Who.ADMIN, who -> "/pengaduan/" + one(open), Aim.PAGE),
                new Page("Case, ended", Who.ADMIN, who -> "/pengaduan/" + one(ended), Aim.PAGE),
                new Page("Case of an officer", Who.OFFICER, who -> "/pengaduan/" + one(ofOfficers.get(who)), Aim.PAGE),
                admin("Dashboard of the admin", "/dasbor", Aim.PAGE),
                new Page("Dashboard of an officer", Who.OFFICER, who -> "/dasbor", Aim.PAGE),
                new Page("Dashboard of a supervisor", Who.SUPERVISOR, who -> "/dasbor", Aim.PAGE),
                admin("Search, common word", "/pengaduan?q=" + Vocabulary.COMMON, Aim.NONE),
                admin("Search, rare word", "/pengaduan?q=" + Vocabulary.RARE, Aim.NONE),
                new Page("Search, tracking id", Who.ADMIN, who -> "/pengaduan?q=" + one(ended), Aim.NONE),
                new Page("Search of an officer", Who.OFFICER, who -> "/pengaduan?q=" + Vocabulary.COMMON, Aim.NONE),
                new Page("Transparency", Who.STRANGER, who -> "/transparansi", Aim.NONE),
                new Page("Sign-in page", Who.STRANGER, who -> "/masuk", Aim.NONE),
                admin("Deliveries", "/pengiriman", Aim.NONE),
                admin("Quarantine", "/karantina", Aim.NONE));
    }

    private static Page admin(String name, String path, Aim aim) {
        return new Page(name, Who.ADMIN, who -> path, aim);
    }

    private static String one(List<String> of) {
        return of.get(ThreadLocalRandom.current().nextInt(of.size()));
    }

    /** @return the size in bytes; fails when it is not the whole page */
    static int open(Visitor visitor, String path) throws IOException, InterruptedException {
        var answer = visitor.get(path);
        var body = answer.body();
        var end = new String(body, Math.max(0, body.length - 20), Math.min(20, body.length), StandardCharsets.UTF_8);
        if (answer.statusCode() != 200 || !end.contains("</html>")) {
            throw new IllegalStateException(
                    path + " answered " + answer.statusCode() + " and " + body.length + " bytes");
        }
        return body.length;
    }
}
