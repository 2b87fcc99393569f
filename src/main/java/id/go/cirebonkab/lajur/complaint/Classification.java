package id.go.cirebonkab.lajur.complaint;

/** The four classes of LAPOR! (PermenPANRB 5/2025). They set the national limits, and PENGAWASAN who may see a case. */
public enum Classification {
    /** Pengaduan berkadar pengawasan: about misconduct of officials; goes to the Inspektorat, never to whom it accuses. */
    PENGAWASAN,
    /** Pengaduan tidak berkadar pengawasan; also what an unclassified complaint counts as. */
    NON_PENGAWASAN,
    /** Aspirasi. */
    ASPIRASI,
    /** Permintaan informasi. */
    INFORMASI
}
