package id.go.cirebonkab.lajur.complaint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Digit groups with nothing but separators between them: {@code 0812-3456 7890} is a run of three. A group of 16
 * digits is a run by itself.
 */
final class DigitRun {

    private static final int LONGEST_SEPARATOR = 3;
    private static final int NIK_DIGITS = 16;
    private static final int SHORTEST_PHONE = 9;
    private static final int LONGEST_PHONE = 13;
    /** Longer than a tracking id. */
    private static final int SHORTEST_PHONE_WITH_BARE_COUNTRY_CODE = 11;

    private static final int COMPLETE = 10;

    /** The first two digits of a NIK: the provinces by the code of the ministry of home affairs. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "51", "52",
            "53", "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76", "81", "82", "91", "92", "93", "94",
            "95", "96", "97");

    private static final Set<String> SHORT_AREA_CODES = Set.of("021", "022", "024", "031", "061");
    private static final Set<String> CURRENCIES = Set.of("rp", "idr", "usd");
    private static final Set<String> AMOUNT_WORDS =
            Set.of("rupiah", "ribu", "rb", "juta", "jt", "miliar", "milyar", "triliun");

    private final String text;
    int size;
    int afterMask = -1;
    int[] from = new int[8];
    int[] to = new int[8];
    boolean[] figure = new boolean[0];

    private DigitRun(String text) {
        this.text = text;
    }

    static DigitRun at(String text, int start) {
        var run = new DigitRun(text);
        int end = endOfDigits(text, start);
        run.add(start, end);
        // Sixteen digits stand for themselves: what is beside them is judged as if they were masked already.
        boolean alone = end - start == NIK_DIGITS;
        for (int at = run.nextGroup(end); at >= 0 && !alone; at = run.nextGroup(end)) {
            end = endOfDigits(text, at);
            if (end - at == NIK_DIGITS) {
                break;
            }
            run.add(at, end);
        }
        run.markFigures();
        return run;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void add(int groupFrom, int groupTo) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        from[size] = groupFrom;
        to[size++] = groupTo;
    }

    private int nextGroup(int end) {
        int at = end;
        while (at < text.length() && at - end < LONGEST_SEPARATOR && isSeparator(text.charAt(at))) {
            if (text.charAt(at) == '.' && at + 1 < text.length() && isSpace(text.charAt(at + 1))) {
                return -1;
            }
            at++;
        }
        return at > end && at < text.length() && Character.isDigit(text.charAt(at)) ? at : -1;
    }

    private static boolean isSeparator(char c) {
        return isSpace(c) || c == '.' || c == '(' || c == ')' || isDash(c) || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isDash(char c) {
        return c == '\u2212' || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    /** Groups that belong to a date, a time, an amount or a coordinate are part of no NIK and no phone number. */
    private void markFigures() {
        figure = new boolean[size];
        for (int group = 0; group < size; group++) {
            if (isDate(group)) {
                mark(group, 3);
                markTimeStamp(group);
            } else if (isTime(group)) {
                mark(group, 2);
            } else if (isDecimal(group)) {
                mark(group, 2);
            } else if (!isJoined(group - 1, '.')) {
                markAmount(group, dottedFrom(group));
            }
        }
    }

    private void mark(int group, int count) {
        Arrays.fill(figure, group, group + count, true);
    }

    /** 08-12-2024, 2024-12-08, and 08-12-24 or the time 08.30.00. */
    private boolean isDate(int group) {
        if (group + 2 >= size) {
            return false;
        }
        char joint = joint(group);
        if (joint == 0 || joint(group + 1) != joint || isJoined(group - 1, joint)) {
            return false;
        }
        if (length(group) == 2 && length(group + 1) == 2 && length(group + 2) == 2) {
            return !isJoined(group + 2, joint) && !isAfterAreaCode(group);
        }
        return isDayAndMonth(group, group + 1) && isYear(group + 2)
                || isYear(group) && isDayAndMonth(group + 2, group + 1);
    }

    /** What follows the date in 2024-12-08-16-30-05-123, as telephones name their pictures. */
    private void markTimeStamp(int date) {
        int hour = date + 3;
        char joint = joint(date);
        boolean stamp = isYear(date)
                && hour + 2 < size
                && joint(date + 2) == joint
                && joint(hour) == joint
                && joint(hour + 1) == joint
                && length(hour) == 2
                && isBetween(hour, 0, 24)
                && length(hour + 1) == 2
                && isBetween(hour + 1, 0, 59)
                && length(hour + 2) == 2
                && isBetween(hour + 2, 0, 59);
        if (stamp) {
            mark(hour, joint(hour + 2) == joint && length(hour + 3) == 3 ? 4 : 3);
        }
    }

    private boolean isAfterAreaCode(int group) {
        return group > 0 && isAfterBracket(group) && length(group - 1) > 2 && startsWith(group - 1, "0");
    }

    private boolean isDayAndMonth(int day, int month) {
        return length(day) <= 2 && length(month) <= 2 && isBetween(day, 1, 31) && isBetween(month, 1, 12);
    }

    private boolean isYear(int group) {
        return length(group) == 4 && isBetween(group, 1900, 2099);
    }

    /** 08.30, but not as a part of more dotted groups. */
    private boolean isTime(int group) {
        return isJoined(group, '.')
                && length(group) <= 2
                && length(group + 1) == 2
                && isBetween(group, 0, 24)
                && isBetween(group + 1, 0, 59)
                && !isJoined(group - 1, '.')
                && !isJoined(group + 1, '.');
    }

    /** A degree or another decimal fraction: 108.5523164. */
    private boolean isDecimal(int group) {
        if (!isJoined(group, '.') || isJoined(group - 1, '.') || isJoined(group + 1, '.')) {
            return false;
        }
        boolean whole = length(group) <= 3 && (length(group) == 1 || text.charAt(from[group]) != '0');
        boolean listItem = length(group) < 3
                && length(group + 1) >= COMPLETE
                && startsWith(group + 1, "08")
                && before(group) != '-';
        boolean countryCode = startsWith(group, "62") && length(group) == 2 && length(group + 1) > 8;
        return whole && length(group + 1) > 3 && before(group) != '+' && !listItem && !countryCode;
    }

    /** 1.500.000, and what follows Rp or comes before juta; neither +62.812.345.678 nor 081.234.567.890. */
    private void markAmount(int group, int chain) {
        boolean whole = hasThousands(group, chain);
        int last = group + chain - 1;
        if (whole && chain > 1 && before(group) != '+' && text.charAt(from[group]) != '0') {
            mark(group, chain);
        }
        if (followsCurrency(group)) {
            mark(group, whole ? chain : 1);
        }
        if (isFollowedByAmountWord(last)) {
            mark(whole ? group : last, whole ? chain : 1);
        }
    }

    private boolean hasThousands(int group, int chain) {
        for (int next = group + 1; next < group + chain; next++) {
            if (length(next) != 3) {
                return false;
            }
        }
        return chain == 1 || length(group) <= 3;
    }

    private boolean followsCurrency(int group) {
        int end = from[group];
        while (end > 0
                && from[group] - end < LONGEST_SEPARATOR
                && (isSpace(text.charAt(end - 1)) || text.charAt(end - 1) == '.')) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 4 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return CURRENCIES.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private boolean isFollowedByAmountWord(int group) {
        int start = to[group];
        while (start < text.length() && start - to[group] < LONGEST_SEPARATOR && isSpace(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && end - start < 8 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return AMOUNT_WORDS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /** The last group of the NIK or KK number that begins there; -1 if none does. */
    int endOfNik(int group) {
        if (length(group) == NIK_DIGITS) {
            return group;
        }
        if (figure[group] || !PROVINCES.contains(firstTwoDigits(group))) {
            return -1;
        }
        int digits = length(group);
        int last = group;
        boolean years = isYear(group);
        while (digits < NIK_DIGITS && last + 1 < size && !figure[last + 1] && !isAfterBracket(last + 1)) {
            last++;
            digits += length(last);
            years &= isYear(last);
        }
        return digits == NIK_DIGITS && !years ? last : -1;
    }

    /** The last group of the phone number that begins there; -1 if none does. */
    int endOfPhone(int group) {
        if (figure[group] || before(group) == '#' || isInsideDottedFigure(group)) {
            return -1;
        }
        var start = firstTwoDigits(group);
        if (start.equals("62")) {
            return endOfPhoneWithCountryCode(group);
        }
        if (start.equals("08")) {
            boolean odd = length(group) == 2 && group + 1 < size && length(group + 1) > 3;
            return odd ? -1 : endOfPhone(group, SHORTEST_PHONE, LONGEST_PHONE, COMPLETE);
        }
        return start.charAt(0) == '0' && "2345679".indexOf(start.charAt(1)) >= 0 ? endOfLandline(group) : -1;
    }

    private boolean isInsideDottedFigure(int group) {
        return isJoined(group - 1, '.') && group != afterMask && length(group) < COMPLETE;
    }

    private int endOfPhoneWithCountryCode(int group) {
        if (before(group) == '+') {
            return endOfPhone(group, SHORTEST_PHONE, LONGEST_PHONE + 1, COMPLETE + 1);
        }
        char next = length(group) > 2
                ? text.charAt(from[group] + 2)
                : group + 1 < size ? text.charAt(from[group + 1]) : '0';
        return next < '2'
                ? -1
                : endOfPhone(group, SHORTEST_PHONE_WITH_BARE_COUNTRY_CODE, LONGEST_PHONE + 1, COMPLETE + 1);
    }

    private int endOfLandline(int group) {
        boolean whole = length(group) >= SHORTEST_PHONE;
        boolean areaCode = length(group) == 4 || SHORT_AREA_CODES.contains(text.substring(from[group], to[group]));
        boolean bracketed = before(group) == '(' && group + 1 < size && isAfterBracket(group + 1);
        boolean split = areaCode && group + 1 < size && length(group + 1) >= 3;
        return whole || bracketed || split ? endOfPhone(group, SHORTEST_PHONE, LONGEST_PHONE, SHORTEST_PHONE) : -1;
    }

    /** As many groups as fit; a group that is a number by itself and a short one after a full number do not. */
    private int endOfPhone(int group, int shortest, int longest, int complete) {
        int digits = length(group);
        int last = group;
        while (digits < longest
                && length(group) < complete
                && last + 1 < size
                && digits + length(last + 1) <= longest
                && !figure[last + 1]
                && (!isAfterBracket(last + 1) || last - group < 2)) {
            boolean full = digits >= shortest;
            if (full && (length(last + 1) < 3 && length(last + 1) != length(last) || endOfNik(last + 1) >= 0)) {
                break;
            }
            last++;
            digits += length(last);
        }
        return digits >= shortest && digits <= longest ? last : -1;
    }

    /** With the plus and the bracket that belong to it. */
    int startOfPhone(int group, int last, int floor) {
        int start = from[group];
        if (start > floor && text.charAt(start - 1) == '+') {
            start--;
        }
        boolean closes = text.substring(start, to[last]).indexOf(')') >= 0
                && text.substring(start, to[last]).indexOf('(') < 0;
        return closes && start > floor && text.charAt(start - 1) == '(' ? start - 1 : start;
    }

    private int dottedFrom(int group) {
        int last = group;
        while (isJoined(last, '.')) {
            last++;
        }
        return last - group + 1;
    }

    int length(int group) {
        return to[group] - from[group];
    }

    private boolean startsWith(int group, String digits) {
        return text.startsWith(digits, from[group]);
    }

    /** The character right before a group, a dash of any kind as '-'. */
    char before(int group) {
        char c = from[group] == 0 ? ' ' : text.charAt(from[group] - 1);
        return isDash(c) ? '-' : c;
    }

    /** Of a group, or of two where every digit stands alone. */
    private String firstTwoDigits(int group) {
        if (length(group) > 1) {
            return "" + digit(from[group]) + digit(from[group] + 1);
        }
        boolean alone = group + 1 < size && length(group + 1) == 1;
        return alone ? "" + digit(from[group]) + digit(from[group + 1]) : digit(from[group]) + "-";
    }

    private int digit(int at) {
        return Character.digit(text.charAt(at), 10);
    }

    private boolean isBetween(int group, int least, int most) {
        int value = 0;
        for (int at = from[group]; at < to[group]; at++) {
            value = value * 10 + digit(at);
        }
        return value >= least && value <= most;
    }

    /** The one character between a group and the next, a dash of any kind as '-'; 0 if there are more. */
    char joint(int group) {
        if (group < 0 || group + 1 >= size || from[group + 1] - to[group] != 1) {
            return 0;
        }
        char c = text.charAt(to[group]);
        return isDash(c) ? '-' : c;
    }

    private boolean isJoined(int group, char by) {
        return joint(group) == by;
    }

    private boolean isAfterBracket(int group) {
        for (int at = to[group - 1]; at < from[group]; at++) {
            if (text.charAt(at) == '(' || text.charAt(at) == ')') {
                return true;
            }
        }
        return false;
    }
}
