package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.complaint.Redaction.Item;
import id.go.cirebonkab.lajur.complaint.Redaction.Kind;
import java.util.ArrayList;
import java.util.List;

/** E-mail addresses. */
final class MailAddresses {

    private MailAddresses() {}

    static List<Item> in(String text) {
        var found = new ArrayList<Item>();
        int done = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int from = at;
            while (from > done && isLocalPart(text.charAt(from - 1))) {
                from--;
            }
            int to = endOfDomain(text, at + 1);
            if (from < at && to > 0) {
                found.add(new Item(Kind.MAIL, from, to));
                done = to;
            }
        }
        return found;
    }

    private static boolean isLocalPart(char c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }

    /** Where the domain that begins there ends; -1 if it is none, such as the price in {@code 3 buah@5.000}. */
    private static int endOfDomain(String text, int from) {
        int end = -1;
        int label = from;
        for (int to = endOfLabel(text, label); to > label; to = endOfLabel(text, label)) {
            boolean topLevel = label > from
                    && to - label >= 2
                    && Character.isLetter(text.charAt(label))
                    && Character.isLetter(text.charAt(label + 1));
            end = topLevel ? to : end;
            label = to < text.length() && text.charAt(to) == '.' ? to + 1 : to;
        }
        return end;
    }

    private static int endOfLabel(String text, int from) {
        int to = from;
        while (to < text.length() && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '-')) {
            to++;
        }
        return to;
    }
}
