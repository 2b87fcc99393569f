package id.go.cirebonkab.lajur.complaint;

/** Why a complaint is put aside. */
public enum ArchiveKind {
    /** Duplicate of another complaint, which is named. */
    DUPLIKAT,
    /** Not this regency's authority; the portal is told so. */
    BUKAN_WEWENANG,
    /** Not a complaint. */
    BUKAN_PENGADUAN
}
