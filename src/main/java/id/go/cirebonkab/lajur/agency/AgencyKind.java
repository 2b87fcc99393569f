package id.go.cirebonkab.lajur.agency;

/** What sort of body an agency is; it decides whether an order or a formal letter goes to it. */
public enum AgencyKind {
    SKPD,
    KECAMATAN,
    /** A body below a dinas that answers for itself, such as a hospital. */
    UNIT,
    BUMD,
    /** A local office of the central government: no subordinate of the Bupati. */
    INSTANSI_VERTIKAL,
    LEMBAGA_LAIN
}
