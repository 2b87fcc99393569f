package id.go.cirebonkab.lajur.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions in the database that cost it little: read through a local cache of a second, and the time of the last access
 * written at most once a minute. What a request changes is written at once; a session that was ended elsewhere is gone
 * within that second.
 *
 * @param <S> the sessions of the repository behind
 */
final class SparingSessions<S extends Session> implements SessionRepository<SparingSessions.Held<S>> {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration ACCESS_WRITTEN_EVERY = Duration.ofMinutes(1);
    private static final int TIDY_ABOVE = 5_000;

    private final SessionRepository<S> behind;
    private final LongestSession longest;
    private final Clock systemClock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    static <S extends Session> SparingSessions<S> over(
            SessionRepository<S> behind, LongestSession longest, Clock systemClock) {
        return new SparingSessions<>(behind, longest, systemClock);
    }

    private SparingSessions(SessionRepository<S> behind, LongestSession longest, Clock systemClock) {
        this.behind = behind;
        this.longest = longest;
        this.systemClock = systemClock;
    }

    /** A session as it was read or written last; never handed out, only copied. */
    private record Known(MapSession session, Instant readAt, Instant accessWritten) {

        /** Not even a clock that was set back makes it fresh for longer. */
        boolean isFreshAt(Instant now) {
            return !now.isBefore(readAt) && !now.isAfter(readAt.plus(FRESH));
        }
    }

    @Override
    public Held<S> createSession() {
        var stored = behind.createSession();
        var copy = new MapSession(stored.getId());
        copy.setCreationTime(stored.getCreationTime());
        copy.setLastAccessedTime(stored.getLastAccessedTime());
        copy.setMaxInactiveInterval(stored.getMaxInactiveInterval());
        var session = new Held<>(copy, this, Instant.MIN);
        session.stored = stored;
        return session;
    }

    @Override
    public @Nullable Held<S> findById(String id) {
        var last = known.get(id);
        if (last == null || !last.isFreshAt(systemClock.instant())) {
            last = read(id);
        }
        if (last == null || last.session().isExpired()) {
            known.remove(id);
            return null;
        }
        if (longest.isOver(last.session())) {
            known.remove(id);
            longest.end(last.session(), "longest session");
            return null;
        }
        return new Held<>(new MapSession(last.session()), this, last.accessWritten());
    }

    @Override
    public void save(Held<S> session) {
        var changed = session.stored != null || !session.changes.isEmpty() || session.intervalChanged;
        var accessIsDue = session.getLastAccessedTime().isAfter(session.accessWritten.plus(ACCESS_WRITTEN_EVERY));
        if (!changed && !accessIsDue) {
            return;
        }
        if (accessIsDue && longest.isCalledOff(session.copy)) {
            known.remove(session.storedId);
            longest.end(session.copy, "called off");
            return;
        }
        var stored = session.stored != null ? session.stored : behind.findById(session.getId());
        known.remove(session.storedId);
        if (stored == null) {
            return;
        }
        session.changes.forEach((name, value) -> {
            if (value == Held.REMOVED) {
                stored.removeAttribute(name);
            } else {
                stored.setAttribute(name, value);
            }
        });
        stored.setLastAccessedTime(session.getLastAccessedTime());
        if (session.intervalChanged) {
            stored.setMaxInactiveInterval(session.getMaxInactiveInterval());
        }
        behind.save(stored);
        session.isWritten();
        keep(session.copy, systemClock.instant(), session.getLastAccessedTime());
    }

    @Override
    public void deleteById(String id) {
        known.remove(id);
        behind.deleteById(id);
    }

    private @Nullable Known read(String id) {
        var now = systemClock.instant();
        var stored = behind.findById(id);
        if (stored == null) {
            return null;
        }
        var copy = new MapSession(stored.getId());
        copy.setCreationTime(stored.getCreationTime());
        copy.setLastAccessedTime(stored.getLastAccessedTime());
        copy.setMaxInactiveInterval(stored.getMaxInactiveInterval());
        stored.getAttributeNames().forEach(name -> copy.setAttribute(name, stored.getAttribute(name)));
        return keep(copy, now, stored.getLastAccessedTime());
    }

    private Known keep(MapSession session, Instant readAt, Instant accessWritten) {
        if (known.size() > TIDY_ABOVE) {
            known.values().removeIf(old -> !old.isFreshAt(readAt));
        }
        var entry = new Known(new MapSession(session), readAt, accessWritten);
        known.put(session.getId(), entry);
        return entry;
    }

    /** One request's copy of a session, which remembers what the request changes. */
    static final class Held<S extends Session> implements Session {

        private static final Object REMOVED = new Object();

        private final MapSession copy;
        private final SparingSessions<S> sessions;
        private final Map<String, Object> changes = new HashMap<>();
        private String storedId;
        private Instant accessWritten;
        private boolean intervalChanged;
        private @Nullable S stored;

        private Held(MapSession copy, SparingSessions<S> sessions, Instant accessWritten) {
            this.copy = copy;
            this.sessions = sessions;
            this.storedId = copy.getId();
            this.accessWritten = accessWritten;
        }

        private void isWritten() {
            changes.clear();
            intervalChanged = false;
            stored = null;
            storedId = copy.getId();
            accessWritten = copy.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return copy.getId();
        }

        @Override
        public String changeSessionId() {
            if (stored == null) {
                stored = sessions.behind.findById(storedId);
            }
            if (stored != null) {
                copy.setId(stored.changeSessionId());
            }
            return copy.getId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return copy.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return copy.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            copy.setAttribute(name, value);
            changes.put(name, value == null ? REMOVED : value);
        }

        @Override
        public void removeAttribute(String name) {
            copy.removeAttribute(name);
            changes.put(name, REMOVED);
        }

        @Override
        public Instant getCreationTime() {
            return copy.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            copy.setLastAccessedTime(time);
        }

        @Override
        public Instant getLastAccessedTime() {
            return copy.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            copy.setMaxInactiveInterval(interval);
            intervalChanged = true;
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return copy.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return copy.isExpired();
        }
    }
}
