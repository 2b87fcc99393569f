package id.go.cirebonkab.lajur.sla;

/** How a clock stands. BREACHED from the moment of the flag, and for good. */
public enum Outcome {
    RUNNING,
    MET,
    BREACHED,
    CANCELLED
}
