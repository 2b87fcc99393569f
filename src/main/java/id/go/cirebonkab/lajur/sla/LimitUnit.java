package id.go.cirebonkab.lajur.sla;

/** In what a limit is counted. */
public enum LimitUnit {
    /** Hari kerja: the same time of day on the next working day; the day counts, not the hour. */
    WORKING_DAY,
    /** Hari kalender: 24 hours, whatever day it is. */
    CALENDAR_DAY,
    /** Jam kerja: 60 minutes inside the {@link OfficeHours}; breaks do not count. */
    WORKING_HOUR,
    /** Menit: wall time. */
    MINUTE
}
