package id.go.cirebonkab.lajur.bench;

/** One page's line: measured with one user and with many. */
record Line(String name, int bytes, Latencies one, Latencies many, Aim aim) {}
