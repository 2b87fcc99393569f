package id.go.cirebonkab.lajur.sla;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * When the office works, Monday to Friday, in WIB and without the breaks (Perpres 21/2023, article 4, on the hours of
 * government bodies: 37.5 hours a week from 07:30, break 60 minutes and on Friday 90; in Ramadan 32.5 hours from 08:00,
 * break 30 minutes and on Friday 60).
 *
 * <table>
 * <caption>The sums</caption>
 * <tr><td>{@link #USUAL}</td><td>4 × (07:30–16:00 less 12:00–13:00 = 7.5 h) + (07:30–16:30 less 11:30–13:00 = 7.5 h)
 * = 37.5 h</td></tr>
 * <tr><td>{@link #RAMADAN}</td><td>4 × (08:00–15:00 less 12:00–12:30 = 6.5 h) + (08:00–15:30 less 11:30–12:30 = 6.5 h)
 * = 32.5 h</td></tr>
 * </table>
 *
 * @param mondayToThursday the stretches of work of each of these days, in order
 * @param friday those of Friday
 */
record OfficeHours(List<Stretch> mondayToThursday, List<Stretch> friday) {

    static final OfficeHours USUAL = new OfficeHours(
            List.of(stretch("07:30", "12:00"), stretch("13:00", "16:00")),
            List.of(stretch("07:30", "11:30"), stretch("13:00", "16:30")));

    static final OfficeHours RAMADAN = new OfficeHours(
            List.of(stretch("08:00", "12:00"), stretch("12:30", "15:00")),
            List.of(stretch("08:00", "11:30"), stretch("12:30", "15:30")));

    /** The stretches of work on such a day; none on Saturday and Sunday. */
    List<Stretch> on(DayOfWeek day) {
        return switch (day) {
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> mondayToThursday;
            case FRIDAY -> friday;
            case SATURDAY, SUNDAY -> List.of();
        };
    }

    private static Stretch stretch(String from, String to) {
        return new Stretch(LocalTime.parse(from), LocalTime.parse(to));
    }

    /** Work without a break, {@code to} not included. */
    record Stretch(LocalTime from, LocalTime to) {}
}
