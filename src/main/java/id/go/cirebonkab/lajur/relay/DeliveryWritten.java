package id.go.cirebonkab.lajur.relay;

/** A delivery waits; the worker is woken when the transaction has committed. */
record DeliveryWritten(long deliveryId) {}
