package id.go.cirebonkab.lajur.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The oracle: 2026 and 2027 as two long rows of minutes, some of which are of a working day and some of the office. It
 * counts by stepping from minute to minute and shares nothing with {@link WorkingCalendar} but the list of days off.
 */
final class MinuteByMinute {

    static final int DAY = 24 * 60;
    static final int DAYS = 730;
    /** 2026-01-01 00:00 WIB, a Thursday. */
    private static final long ORIGIN = Instant.parse("2025-12-31T17:00:00Z").getEpochSecond();

    private final BitSet workingDay = new BitSet();
    private final BitSet office = new BitSet();

    MinuteByMinute() {
        Set<Integer> off = new HashSet<>();
        for (String[] row : TestCalendars.rows()) {
            off.add(dayOf(row[0]));
        }
        for (int day = 0; day < DAYS; day++) {
            // 0 is Monday
            int weekday = (day + 3) % 7;
            if (weekday >= 5 || off.contains(day)) {
                continue;
            }
            workingDay.set(day * DAY, (day + 1) * DAY);
            boolean fasting = day >= dayOf("2026-02-19") && day <= dayOf("2026-03-20")
                    || day >= dayOf("2027-02-08") && day <= dayOf("2027-03-09");
            for (int minute = 0; minute < DAY; minute++) {
                if (worksAt(minute, weekday == 4, fasting)) {
                    office.set(day * DAY + minute);
                }
            }
        }
    }

    private static boolean worksAt(int minute, boolean friday, boolean fasting) {
        if (fasting) {
            return friday
                    ? minute >= 480 && minute < 690 || minute >= 750 && minute < 930
                    : minute >= 480 && minute < 720 || minute >= 750 && minute < 900;
        }
        return friday
                ? minute >= 450 && minute < 690 || minute >= 780 && minute < 990
                : minute >= 450 && minute < 720 || minute >= 780 && minute < 960;
    }

    private static int dayOf(String date) {
        return (int) (LocalDate.parse(date).toEpochDay()
                - LocalDate.parse("2026-01-01").toEpochDay());
    }

    static Instant instant(int minute) {
        return Instant.ofEpochSecond(ORIGIN + minute * 60L);
    }

    static int minute(Instant moment) {
        return (int) Math.floorDiv(moment.getEpochSecond() - ORIGIN, 60L);
    }

    boolean isWorkingDay(int minute) {
        return workingDay.get(minute);
    }

    boolean isOffice(int minute) {
        return office.get(minute);
    }

    int due(int start, int amount, LimitUnit unit) {
        int now = start;
        switch (unit) {
            case MINUTE:
                return start + amount;
            case CALENDAR_DAY:
                return start + amount * DAY;
            case WORKING_DAY:
                if (!workingDay.get(now)) {
                    while (!office.get(now)) {
                        now++;
                    }
                }
                for (int days = 0; days < amount; days++) {
                    do {
                        now += DAY;
                    } while (!workingDay.get(now));
                }
                return now;
            case WORKING_HOUR:
                for (int worked = 0; worked < amount * 60; now++) {
                    if (office.get(now)) {
                        worked++;
                    }
                }
                return now;
        }
        throw new AssertionError(unit);
    }

    int counted(int from, int to, LimitUnit unit) {
        int sum = 0;
        for (int minute = from; minute < to; minute++) {
            boolean counts = switch (unit) {
                case MINUTE, CALENDAR_DAY -> true;
                case WORKING_DAY -> workingDay.get(minute);
                case WORKING_HOUR -> office.get(minute);
            };
            if (counts) {
                sum++;
            }
        }
        return sum;
    }
}
