package id.go.cirebonkab.lajur.audit;

/** Where it is written down who read or changed what. */
public interface AuditLog {

    /**
     * Writes an entry, in the transaction that is under way or else in one of its own. System time and the address of the
     * request, if there is one, are added here.
     */
    void write(Entry entry);
}
