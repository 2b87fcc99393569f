package id.go.cirebonkab.lajur.journey;

import java.util.concurrent.atomic.AtomicLong;

/** A complaint as the citizen wrote it. */
record Case(long id, String title, String content) {

    private static final AtomicLong NUMBERS = new AtomicLong(1_916_449);

    static long newNumber() {
        return NUMBERS.incrementAndGet();
    }

    String path() {
        return "/pengaduan/" + id;
    }

    String path(String form) {
        return path() + "/" + form;
    }
}
