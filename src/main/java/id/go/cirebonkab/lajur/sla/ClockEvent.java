package id.go.cirebonkab.lajur.sla;

import id.go.cirebonkab.lajur.complaint.TrackingId;
import java.time.Instant;

/**
 * A clock was met or breached; told once for each clock, in the transaction that found it.
 *
 * @param owner an agency's code, {@code DESK} or {@code PORTAL}
 * @param outcome MET or BREACHED
 * @param at domain time
 */
public record ClockEvent(TrackingId trackingId, Step step, String owner, Outcome outcome, Instant at) {}
