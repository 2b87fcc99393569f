package id.go.cirebonkab.lajur.report;

/** Whose clock it is: an agency, or one of the two that are none. */
final class Owner {

    static final String DESK = "DESK";
    static final String PORTAL = "PORTAL";

    private Owner() {}

    static boolean isAgency(String owner) {
        return !owner.equals(DESK) && !owner.equals(PORTAL);
    }
}
