package id.go.cirebonkab.lajur.account;

/** Who carries links to people, if there is anybody. */
public interface LinkPost {

    /** Whether what is announced by {@link LinkMade} will be sent. */
    boolean isThere();
}
