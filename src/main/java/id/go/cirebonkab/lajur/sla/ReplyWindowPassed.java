package id.go.cirebonkab.lajur.sla;

import id.go.cirebonkab.lajur.complaint.TrackingId;

/** The citizen did not reply to a relayed answer in time; told once, in the transaction that ended the window. */
public record ReplyWindowPassed(TrackingId trackingId) {}
