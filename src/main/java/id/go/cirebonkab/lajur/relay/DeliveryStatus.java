package id.go.cirebonkab.lajur.relay;

/** How a delivery stands. Only ACCEPTED means that the portal has it. */
public enum DeliveryStatus {
    WAITING,
    /** A post has begun; after a crash its outcome is unknown. */
    SENDING,
    /** A post ended without a clear answer; it is looked up before anything is sent again. */
    UNKNOWN,
    ACCEPTED,
    REFUSED,
    WITHDRAWN
}
