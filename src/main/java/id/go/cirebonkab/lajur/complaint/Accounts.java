package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.complaint.Redaction.Item;
import id.go.cirebonkab.lajur.complaint.Redaction.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Account numbers of banks and wallets: 10 to 16 digits, in one piece or in groups, within a few words of one that speaks
 * of an account. Nothing about such a number tells what it is, so the words decide: the nearest one before it, or else
 * one right behind it. A wallet that goes by a mobile number is left to {@link PersonNumbers}, and so is whatever has the
 * 16 digits of a NIK. Numbers of customers, meters, parcels and bills stay as they are.
 */
final class Accounts {

    private static final int FEWEST_DIGITS = 10;
    private static final int MOST_DIGITS = 16;

    private static final Set<String> BANKS = Set.of(
            "bank",
            "bri",
            "brimo",
            "bca",
            "bni",
            "mandiri",
            "bjb",
            "bsi",
            "btn",
            "bsm",
            "cimb",
            "niaga",
            "danamon",
            "permata",
            "mega",
            "muamalat",
            "panin",
            "bukopin",
            "btpn",
            "jenius",
            "jago",
            "seabank",
            "maybank",
            "ocbc");
    private static final Set<String> WALLETS = Set.of("dana", "ovo", "gopay", "shopeepay", "linkaja", "wallet");
    private static final Set<String> TRANSFERS = Set.of(
            "transfer",
            "transper",
            "tranfer",
            "trasfer",
            "ditransfer",
            "mentransfer",
            "transferkan",
            "tf",
            "trf",
            "ditf",
            "kirim",
            "dikirim",
            "kirimkan",
            "setor",
            "disetor",
            "setorkan");
    private static final Set<String> ACCOUNTS = Set.of("rekening", "rek", "norek", "rekeningku", "reknya", "tabungan");

    /** How many words after such a word the number may stand at most. */
    private static final Map<String, Integer> REACH = reach();

    /** After such a word a number is one of another kind, and an account no longer. */
    private static final Set<String> OTHERS = Set.of(
            "nik",
            "ktp",
            "kk",
            "kia",
            "sim",
            "stnk",
            "bpkb",
            "nip",
            "nisn",
            "nuptk",
            "npsn",
            "npwp",
            "nib",
            "nop",
            "pbb",
            "sppt",
            "bpjs",
            "jkn",
            "kis",
            "porsi",
            "hp",
            "wa",
            "whatsapp",
            "telp",
            "tlp",
            "telepon",
            "kontak",
            "hubungi",
            "pelanggan",
            "idpel",
            "listrik",
            "pln",
            "pdam",
            "air",
            "meter",
            "meteran",
            "token",
            "resi",
            "faktur",
            "kuitansi",
            "invoice",
            "billing",
            "transaksi",
            "virtual",
            "va",
            "id",
            "kode",
            "imei",
            "sertifikat",
            "tiket",
            "laporan",
            "pengaduan",
            "seri",
            "barcode");

    private static final Set<String> OF_SOMEBODY = Set.of("an", "atasnama");

    private static final int LONGEST_GAP = 3;
    private static final int AFTER_AN_ACCOUNT = 4;
    private static final int OTHER_REACH = 4;

    private final String text;
    private final List<Item> found = new ArrayList<>();
    /** For how many words more a number is an account, or is known to be something else. */
    private int account;

    private int other;
    private int endOfNaming = -1;

    private Accounts(String text) {
        this.text = text;
    }

    static List<Item> in(String text) {
        var accounts = new Accounts(text);
        accounts.read();
        return accounts.found;
    }

    private static Map<String, Integer> reach() {
        var reach = new HashMap<String, Integer>();
        WALLETS.forEach(word -> reach.put(word, 1));
        BANKS.forEach(word -> reach.put(word, 4));
        TRANSFERS.forEach(word -> reach.put(word, 6));
        ACCOUNTS.forEach(word -> reach.put(word, 8));
        return reach;
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                int end = endOfWord(at);
                hear(word(at, end), end);
                at = end;
            } else if (Character.isDigit(c)) {
                var run = DigitRun.at(text, at);
                read(run);
                at = run.to[run.size - 1];
            } else {
                if (Redaction.isCover(c)) {
                    follow(c == Kind.ACCOUNT.cover());
                } else if (c == '?' || c == '!') {
                    follow(false);
                }
                at++;
            }
        }
    }

    private void hear(String word, int end) {
        account = Math.max(account - 1, 0);
        other = Math.max(other - 1, 0);
        var reach = REACH.get(word);
        if (reach != null) {
            account = Math.max(account, reach + 1);
            other = 0;
            endOfNaming = end;
        } else if (OTHERS.contains(word)) {
            account = 0;
            other = OTHER_REACH;
        }
    }

    /** The number after an account may be another one; after any other number what named an account is used up. */
    private void follow(boolean anAccount) {
        account = anAccount ? AFTER_AN_ACCOUNT : 0;
        other = anAccount ? 0 : other;
    }

    private void read(DigitRun run) {
        for (int first = 0; first < run.size; ) {
            int last = endOfNumber(run, first);
            int digits = 0;
            for (int group = first; group <= last; group++) {
                digits += run.length(group);
            }
            if (digits >= FEWEST_DIGITS && !run.figure[first]) {
                boolean isAccount = digits <= MOST_DIGITS && isAccount(run, first, last, digits);
                if (isAccount) {
                    found.add(new Item(Kind.ACCOUNT, run.from[first], run.to[last]));
                }
                follow(isAccount);
            }
            first = last + 1;
        }
    }

    /** Groups that are joined alike are one number; one that is long enough stands for itself. */
    private static int endOfNumber(DigitRun run, int first) {
        int last = first;
        while (!run.figure[first]
                && run.length(first) < FEWEST_DIGITS
                && last + 1 < run.size
                && run.joint(first) != 0
                && run.joint(last) == run.joint(first)
                && run.length(last + 1) < FEWEST_DIGITS
                && !run.figure[last + 1]) {
            last++;
        }
        return last;
    }

    private boolean isAccount(DigitRun run, int first, int last, int digits) {
        int from = run.from[first];
        int to = run.to[last];
        boolean nik = run.endOfNik(first) == last;
        boolean partOfMore = first < last && isPartOfMore(run, first, last);
        if (nik || partOfMore || isGlued(from, to) || text.startsWith("00000", to - 5)) {
            return false;
        }
        return !isMobile(from, digits) && (account > 0 || other == 0 && isNamedBehind(to));
    }

    /** By what joins its own groups it goes on to a number that stands for itself, or to one that is masked. */
    private boolean isPartOfMore(DigitRun run, int first, int last) {
        char joint = run.joint(first);
        boolean before = run.joint(first - 1) == joint && !run.figure[first - 1];
        boolean after = run.joint(last) == joint && !run.figure[last + 1];
        int left = run.from[first] - 2;
        int right = run.to[last] + 1;
        return before
                || after
                || left >= 0 && Redaction.isCover(text.charAt(left))
                || right < text.length() && Redaction.isCover(text.charAt(right));
    }

    private boolean isGlued(int from, int to) {
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        char after = to == text.length() ? ' ' : text.charAt(to);
        boolean fraction = after == ',' && to + 1 < text.length() && Character.isDigit(text.charAt(to + 1));
        return before == '#'
                || Character.isLetter(before) && endOfNaming != from
                || Character.isLetter(after)
                || fraction;
    }

    private boolean isMobile(int from, int digits) {
        boolean atHome = text.startsWith("08", from) && digits <= 13;
        return digits > FEWEST_DIGITS && (atHome || text.startsWith("628", from));
    }

    /** As in {@code 1320009988 (BCA)} or {@code 1320009988 a.n. Sumarni}. */
    private boolean isNamedBehind(int to) {
        int first = startOfWord(to);
        int second = startOfWord(endOfWord(first));
        var words = List.of(word(first, endOfWord(first)), word(second, endOfWord(second)));
        return words.stream().anyMatch(BANKS::contains)
                || OF_SOMEBODY.contains(words.get(0))
                || OF_SOMEBODY.contains(words.get(0) + words.get(1));
    }

    private int startOfWord(int from) {
        int start = from;
        while (start < text.length() && start - from < LONGEST_GAP && isGap(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isGap(char c) {
        return !Character.isLetterOrDigit(c) && !Redaction.isCover(c) && c != '?' && c != '!';
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private String word(int from, int to) {
        var word = text.substring(from, to).toLowerCase(Locale.ROOT);
        return word.length() > 5 && word.endsWith("nya") ? word.substring(0, word.length() - 3) : word;
    }
}
