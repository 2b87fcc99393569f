package id.go.cirebonkab.lajur.shared;

/** What a person may be here. Each account has exactly one role. */
public enum Role {
    /** Admin kabupaten: forwards complaints, approves answers. */
    DISTRICT_ADMIN,
    /** Petugas (PIC): answers for the agencies whose surat tugas he or she holds. */
    OFFICER,
    /** Pimpinan: watches, changes nothing. */
    SUPERVISOR,
    /** Pengelola sistem: accounts, settings and logs; reads no complaint. */
    SYSTEM_ADMIN
}
