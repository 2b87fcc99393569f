package id.go.cirebonkab.lajur.support;

import java.time.Duration;

/**
 * How far a proof goes: a few rounds in {@code verify}; as many and for as long as {@code bin/proof} says, by
 * {@code -Dlajur.proof.minutes} and a number of its own.
 */
public final class Proof {

    private final String name;
    private final int rounds;
    private final long began = System.nanoTime();
    private final Duration time;
    private int done;

    private Proof(String name, int rounds, Duration time) {
        this.name = name;
        this.rounds = rounds;
        this.time = time;
    }

    /** @param setting the system property that says how many rounds are made instead of {@code inShort} */
    public static Proof of(String name, String setting, int inShort) {
        return oneOf(1, name, setting, inShort);
    }

    /** The same for one of several in a class, which share its time. */
    public static Proof oneOf(int proofs, String name, String setting, int inShort) {
        var all = Duration.ofMinutes(
                Long.getLong("lajur.proof.minutes", Duration.ofDays(1).toMinutes()));
        return new Proof(name, Integer.getInteger(setting, inShort), all.dividedBy(proofs));
    }

    /** Whether there is one round more, which this call begins. */
    public synchronized boolean goesOn() {
        if (done == rounds || System.nanoTime() - began > time.toNanos()) {
            return false;
        }
        done++;
        return true;
    }

    /** The number of the round that was begun last, from 1. */
    public synchronized int round() {
        return done;
    }

    /** Says to {@code bin/proof} in one line what was done. */
    public void holds(String what) {
        if (Long.getLong("lajur.proof.minutes") == null) {
            return;
        }
        var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        System.out.printf("proof: %s: %d of %d in %d s, %s%n", name, round(), rounds, seconds, what);
    }
}
