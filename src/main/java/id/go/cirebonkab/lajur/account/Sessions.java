package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Sha256;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** The sessions of a person, at whatever browser, and how they are ended. */
@Service
class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> stored;
    private final SparingSessions<?> read;
    private final AuditLog log;

    Sessions(FindByIndexNameSessionRepository<? extends Session> stored, SparingSessions<?> read, AuditLog log) {
        this.stored = stored;
        this.read = read;
        this.log = log;
    }

    /**
     * One session as listed. All times are system times.
     *
     * @param key names the session and opens nothing
     * @param lastSeen to the minute
     */
    record Open(String key, BrowserName browser, String address, Instant since, Instant lastSeen, boolean isThisOne) {}

    /** The one that asks first, then those that were seen last. */
    List<Open> of(String username, @Nullable String current) {
        return all(username).stream()
                // Who is half signed in has no session yet.
                .filter(session -> SignedIn.of(session) != null)
                .map(session -> opened(session, session.getId().equals(current)))
                .sorted(Comparator.comparing(Open::isThisOne)
                        .thenComparing(Open::lastSeen)
                        .reversed())
                .toList();
    }

    private static Open opened(Session session, boolean isThisOne) {
        var signedIn = SignedIn.of(session);
        return new Open(
                key(session),
                BrowserName.of(signedIn == null ? "" : signedIn.userAgent()),
                signedIn == null ? "" : signedIn.address(),
                SignedIn.since(session),
                session.getLastAccessedTime(),
                isThisOne);
    }

    /** @throws NotVisible when this account has no such session */
    void end(String username, String key, Actor by, long accountId) {
        if (end(username, session -> key(session).equals(key), by, accountId) == 0) {
            throw new NotVisible("session " + key);
        }
    }

    void endOthers(String username, @Nullable String current, Actor by, long accountId) {
        end(username, session -> !session.getId().equals(current), by, accountId);
    }

    void endAll(String username, Actor by, long accountId) {
        end(username, session -> true, by, accountId);
    }

    private int end(String username, Predicate<Session> which, Actor by, long accountId) {
        var ending = all(username).stream().filter(which).toList();
        ending.forEach(session -> read.deleteById(session.getId()));
        // Who is half signed in has none yet.
        ending.stream()
                .filter(session -> SignedIn.of(session) != null)
                .forEach(session -> log.write(Entry.of(
                        by,
                        Deed.SESSION_ENDED,
                        "account",
                        accountId,
                        key(session).substring(0, 8))));
        return ending.size();
    }

    private List<Session> all(String username) {
        return stored.findByPrincipalName(username).values().stream()
                .filter(session -> !session.isExpired())
                .map(Session.class::cast)
                .toList();
    }

    /** The id itself would open the session. */
    static String key(Session session) {
        return key(session.getId());
    }

    static String key(String id) {
        return Sha256.hex(id).substring(0, 32);
    }
}
