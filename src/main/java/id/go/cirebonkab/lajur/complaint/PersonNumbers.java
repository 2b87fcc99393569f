package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.complaint.Redaction.Item;
import id.go.cirebonkab.lajur.complaint.Redaction.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * NIK and KK numbers, which have 16 digits, and phone numbers of 9 to 13 (one more with the country code). Of what may be
 * either a phone number or a plain figure the way of writing decides.
 */
final class PersonNumbers {

    private PersonNumbers() {}

    static List<Item> in(String text) {
        var found = new ArrayList<Item>();
        int done = 0;
        int at = 0;
        while (at < text.length()) {
            if (!Character.isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            var run = DigitRun.at(text, at);
            for (int group = 0; group < run.size; ) {
                int last = run.endOfNik(group);
                var kind = Kind.NIK;
                if (last < 0) {
                    last = run.endOfPhone(group);
                    kind = Kind.PHONE;
                }
                if (last < 0) {
                    group++;
                    continue;
                }
                int from = kind == Kind.PHONE ? run.startOfPhone(group, last, done) : run.from[group];
                done = run.to[last];
                found.add(new Item(kind, from, done));
                group = last + 1;
                run.afterMask = group;
            }
            at = run.to[run.size - 1];
        }
        return found;
    }
}
