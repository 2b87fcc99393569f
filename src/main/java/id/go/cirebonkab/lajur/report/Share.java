package id.go.cirebonkab.lajur.report;

/** How many of those whose limit ended were in time. */
record Share(long met, long breached) {

    static final Share NONE = new Share(0, 0);

    public long total() {
        return met + breached;
    }

    public boolean isKnown() {
        return total() > 0;
    }

    /** Rounded down, so that 100 means every single one. */
    public long percent() {
        return isKnown() ? met * 100 / total() : 0;
    }

    Share plus(Share other) {
        return new Share(met + other.met, breached + other.breached);
    }
}
