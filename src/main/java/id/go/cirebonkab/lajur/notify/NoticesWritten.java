package id.go.cirebonkab.lajur.notify;

/** There is something to send, once this transaction is committed. */
record NoticesWritten() {}
