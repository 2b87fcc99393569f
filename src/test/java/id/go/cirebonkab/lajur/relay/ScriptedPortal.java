package id.go.cirebonkab.lajur.relay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A portal that plays by a script and remembers what stands on it. It takes everything when the script has ended. */
public final class ScriptedPortal implements Portal {

    /** What it does with one parcel. */
    enum Act {
        TAKE,
        /** Says that it takes nothing now. */
        TURN_AWAY,
        /** Takes it, and then nothing more is heard of it. */
        TAKE_AND_FALL_SILENT,
        /** Loses it, and nothing more is heard of it. */
        LOSE,
        REFUSE,
        /** Takes it, and the worker dies before it hears so. */
        TAKE_AND_KILL,
        /** The worker dies before the parcel has arrived. */
        KILL
    }

    /** The worker's process ends in the middle. */
    static final class Killed extends Error {}

    private final Deque<Act> script = new ArrayDeque<>();
    private final List<Parcel> posted = Collections.synchronizedList(new ArrayList<>());
    private final List<Parcel> standing = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean automatic;
    private volatile boolean down;
    private volatile Runnable duringAPost = () -> {};
    private int lookUps;

    /** Forgets everything; is automatic only from here on. */
    void begin() {
        script.clear();
        posted.clear();
        standing.clear();
        automatic = true;
        down = false;
        duringAPost = () -> {};
        lookUps = 0;
    }

    void handOverByHand() {
        automatic = false;
    }

    void beAutomatic() {
        automatic = true;
    }

    synchronized void will(Act... acts) {
        script.addAll(List.of(acts));
    }

    void goDown() {
        down = true;
    }

    void comeBack() {
        down = false;
    }

    void duringAPost(Runnable look) {
        duringAPost = look;
    }

    /** What was posted to it, whatever it did with it. */
    List<Parcel> posted() {
        return List.copyOf(posted);
    }

    List<Parcel> standing() {
        return List.copyOf(standing);
    }

    /** Something that was believed lost turns up. */
    void put(Parcel parcel) {
        standing.add(parcel);
    }

    int lookUps() {
        return lookUps;
    }

    @Override
    public boolean isAutomatic() {
        return automatic;
    }

    @Override
    public Duration patience(Parcel parcel) {
        return Duration.ZERO;
    }

    @Override
    public Result hand(Parcel parcel) {
        if (down) {
            return Result.failed(Ending.NOT_TAKEN, Failure.UNREACHABLE, null, "no route");
        }
        posted.add(parcel);
        duringAPost.run();
        return switch (next()) {
            case TAKE -> {
                standing.add(parcel);
                yield Result.accepted(201, "receipt " + standing.size());
            }
            case TURN_AWAY -> Result.failed(Ending.NOT_TAKEN, Failure.UNAVAILABLE, 503, "closed");
            case TAKE_AND_FALL_SILENT -> {
                standing.add(parcel);
                yield Result.failed(Ending.UNKNOWN, Failure.TIMED_OUT, null, null);
            }
            case LOSE -> Result.failed(Ending.UNKNOWN, Failure.SERVER_ERROR, 500, null);
            case REFUSE -> Result.failed(Ending.REFUSED, Failure.REJECTED, 422, "no");
            case TAKE_AND_KILL -> {
                standing.add(parcel);
                throw new Killed();
            }
            case KILL -> throw new Killed();
        };
    }

    private synchronized Act next() {
        return script.isEmpty() ? Act.TAKE : script.remove();
    }

    @Override
    public synchronized int count(Parcel parcel) throws PortalUnavailable {
        if (down) {
            throw new PortalUnavailable(Failure.UNREACHABLE, null, "no route");
        }
        lookUps++;
        return (int) standing.stream()
                .filter(there -> there.trackingId().equals(parcel.trackingId())
                        && there.kind() == parcel.kind()
                        && there.body().equals(parcel.body()))
                .count();
    }
}
