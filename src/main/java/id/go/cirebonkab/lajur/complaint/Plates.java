package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.complaint.Redaction.Item;
import id.go.cirebonkab.lajur.complaint.Redaction.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Licence plates: the letters of a region, a number of 1 to 4 digits, and up to three letters. One that is written out in
 * capitals is known by its form; the shorter or the more carelessly it is written, the more the words before it must say
 * that it is one. Blocks, classes, routes, sizes and models look alike and stay.
 */
final class Plates {

    private static final String GAP = "([ \\u00a0._-]{0,2})";
    private static final String MORE = "[\\p{L}\\p{N}\\ue000-\\ue0ff]";
    private static final Pattern PLATE = Pattern.compile(
            "([A-Za-z]{1,2})" + GAP + "([1-9][0-9]{0,3})(?:" + GAP + "([A-Za-z]{1,3}))?(?!" + MORE + ")");
    /** Digits after digits are one number with them, masked or not. */
    private static final Pattern MORE_DIGITS = Pattern.compile("[ \\u00a0.-]{0,3}[\\p{N}\\ue000-\\ue0ff]");

    /** The regions by the police's regulation on the registration of vehicles. */
    private static final Set<String> REGIONS = Set.of(
            "A", "AA", "AB", "AD", "AE", "AG", "B", "BA", "BB", "BD", "BE", "BG", "BH", "BK", "BL", "BM", "BN", "BP",
            "D", "DA", "DB", "DC", "DD", "DE", "DG", "DH", "DK", "DL", "DM", "DN", "DP", "DR", "DS", "DT", "DW", "E",
            "EA", "EB", "ED", "F", "G", "H", "K", "KB", "KH", "KT", "KU", "L", "M", "N", "P", "PA", "PB", "R", "S", "T",
            "W", "Z");

    private static final Set<String> PLATE_WORDS = Set.of(
            "plat",
            "pelat",
            "platnya",
            "pelatnya",
            "platna",
            "berplat",
            "berpelat",
            "nopol",
            "nopolnya",
            "nopolna",
            "nopolisi",
            "tnkb");

    private static final Set<String> VEHICLES = Set.of(
            "kendaraan",
            "motor",
            "sepeda",
            "motornya",
            "pemotor",
            "mobil",
            "mobilnya",
            "truk",
            "truck",
            "truknya",
            "tronton",
            "fuso",
            "engkel",
            "molen",
            "trailer",
            "kontainer",
            "dump",
            "tangki",
            "bus",
            "bis",
            "minibus",
            "busnya",
            "elf",
            "angkot",
            "angkutan",
            "angkotnya",
            "armada",
            "taksi",
            "travel",
            "ojol",
            "ojek",
            "pickup",
            "pick",
            "carry",
            "box",
            "boks",
            "sedan",
            "ambulan",
            "ambulans",
            "sopir",
            "supir",
            "pengemudi",
            "pengendara",
            "honda",
            "yamaha",
            "suzuki",
            "toyota",
            "daihatsu",
            "mitsubishi",
            "isuzu",
            "avanza",
            "xenia",
            "innova",
            "fortuner",
            "pajero",
            "brio",
            "hiace",
            "beat",
            "vario",
            "scoopy",
            "mio",
            "nmax",
            "supra",
            "jupiter",
            "satria",
            "vixion",
            "viar",
            "damri");

    /** Right before it they say that a letter and a number are something else. */
    private static final Set<String> OTHERS = Set.of(
            "blok",
            "blk",
            "kavling",
            "kav",
            "gang",
            "gg",
            "jl",
            "jln",
            "jalan",
            "jalur",
            "rute",
            "trayek",
            "koridor",
            "lantai",
            "lt",
            "gedung",
            "ruang",
            "kamar",
            "bed",
            "rt",
            "rw",
            "km",
            "kelas",
            "kls",
            "golongan",
            "gol",
            "kelompok",
            "grup",
            "zona",
            "seri",
            "tipe",
            "type",
            "versi",
            "paket",
            "kategori",
            "kode",
            "antrian",
            "antrean",
            "kertas",
            "ukuran",
            "pasal",
            "huruf",
            "sk",
            "rp",
            "tilang",
            "bukti",
            "limbah",
            "vitamin",
            "hepatitis",
            "lampu");

    private static final Set<String> NUMBER_WORDS = Set.of("no", "nomor", "nomer", "nmr", "nomornya");

    private static final Set<String> MODELS = Set.of("L300", "T120", "E350", "K5", "F16", "F150");

    /** Short words and units that follow a number and are no part of a plate. */
    private static final Set<String> UNITS = Set.of(
            "km", "m", "cm", "mm", "kg", "gr", "g", "mg", "ml", "l", "lt", "ltr", "ha", "v", "va", "kva", "kv", "w",
            "kwh", "hp", "pk", "cc", "db", "gb", "mb", "tb", "rb", "rbu", "jt", "rp", "th", "thn", "bln", "hr", "jam",
            "wib", "org", "rt", "rw", "no", "lbr", "bh", "bks", "sak", "ton", "kw", "pcs", "kk", "jpg", "png", "pdf");

    private static final Set<String> SHORT_WORDS = Set.of(
            "di", "ke", "ya", "yg", "dan", "ini", "itu", "nya", "ada", "tp", "pak", "pa", "bu", "dr", "sm", "tgl", "lg",
            "jg", "udh", "sdh", "blm", "dgn", "dg", "utk", "pas", "mau", "eh", "sih", "kok", "lho", "loh", "deh", "dah",
            "tuh", "nih", "min", "mas", "mba", "bos", "om", "gan", "bro", "sy", "aku", "tdk", "gak", "ga", "gk", "dkk",
            "an", "kan", "per", "ta", "na", "sing", "ning", "teu", "ka", "s", "x");
    private static final Set<String> COUNTED = Set.of(
            "unit", "buah", "biji", "orang", "mobil", "motor", "truk", "hari", "minggu", "bulan", "tahun", "jam",
            "kali");

    private static final int PLATE_WORD_REACH = 5;
    private static final int VEHICLE_REACH = 7;
    private static final int LONGEST_GAP = 3;

    private final String text;
    private final Matcher form;
    private final Matcher moreDigits;
    private final List<Item> found = new ArrayList<>();
    /** For how many words more a plate is expected. */
    private int plateWord;

    private int vehicle;
    private String lastWord = "";
    private int lastEnd;

    private Plates(String text) {
        this.text = text;
        form = PLATE.matcher(text);
        moreDigits = MORE_DIGITS.matcher(text);
    }

    static List<Item> in(String text) {
        var plates = new Plates(text);
        plates.read();
        return plates.found;
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                boolean starts = at == 0 || !isGlue(text.charAt(at - 1));
                int end = starts && form.region(at, text.length()).lookingAt() ? endOfPlate(at) : -1;
                if (end > 0) {
                    found.add(new Item(Kind.PLATE, at, end));
                    forget();
                } else {
                    end = endOfWord(at);
                    hear(text.substring(at, end).toLowerCase(Locale.ROOT), end);
                }
                at = end;
            } else {
                if (Redaction.isCover(c)) {
                    forget();
                } else if (Character.isDigit(c)) {
                    lastWord = "";
                }
                at++;
            }
        }
    }

    private static boolean isGlue(char c) {
        return Character.isDigit(c) || Redaction.isCover(c);
    }

    private void hear(String word, int end) {
        boolean nopol = word.equals("polisi") && NUMBER_WORDS.contains(lastWord);
        plateWord = nopol || PLATE_WORDS.contains(word) ? PLATE_WORD_REACH : Math.max(plateWord - 1, 0);
        vehicle = VEHICLES.contains(word) ? VEHICLE_REACH : Math.max(vehicle - 1, 0);
        lastWord = word;
        lastEnd = end;
    }

    private void forget() {
        plateWord = 0;
        vehicle = 0;
        lastWord = "";
    }

    /** Where the plate ends that begins there in the form of one; -1 if it is none. */
    private int endOfPlate(int at) {
        var region = form.group(1);
        var digits = form.group(3);
        var letters = form.group(5) == null ? "" : form.group(5);
        if (!REGIONS.contains(region.toUpperCase(Locale.ROOT)) || isSomethingElse(at, region + digits)) {
            return -1;
        }
        if (plateWord > 0) {
            boolean without = letters.isEmpty() || isWord(letters);
            return !without ? form.end() : goesOn(form.end(3)) ? -1 : form.end(3);
        }
        return isPlate(region, digits, letters) ? form.end() : -1;
    }

    private boolean isSomethingElse(int at, String model) {
        var before = at - lastEnd <= LONGEST_GAP ? lastWord : "";
        return OTHERS.contains(before)
                || plateWord == 0 && (NUMBER_WORDS.contains(before) && vehicle == 0 && model.length() < 4)
                || plateWord == 0 && MODELS.contains(model.toUpperCase(Locale.ROOT));
    }

    /** Beside a word for plates only what is plainly no part of one is left out. */
    private static boolean isWord(String letters) {
        return letters.equals(letters.toLowerCase(Locale.ROOT)) && SHORT_WORDS.contains(letters);
    }

    /** To more digits, or to what is counted. */
    private boolean goesOn(int end) {
        if (moreDigits.region(end, text.length()).lookingAt()) {
            return true;
        }
        int start = end;
        while (start < text.length() && start - end < LONGEST_GAP && text.charAt(start) == ' ') {
            start++;
        }
        return COUNTED.contains(text.substring(start, endOfWord(start)).toLowerCase(Locale.ROOT));
    }

    private boolean isPlate(String region, String digits, String letters) {
        if (letters.isEmpty() || isWord(letters)) {
            return false;
        }
        var small = letters.toLowerCase(Locale.ROOT);
        boolean unit = UNITS.contains(small) || digits.length() < 3 && SHORT_WORDS.contains(small);
        boolean full = digits.length() == 4 || digits.length() == 3 && letters.length() > 1;
        boolean capitals = (region + letters).equals((region + letters).toUpperCase(Locale.ROOT));
        boolean compact = form.group(2).isEmpty() && form.group(4).isEmpty() && letters.length() > 1;
        if (unit) {
            return vehicle > 0 && capitals && digits.length() == 4;
        }
        if (vehicle > 0) {
            return full || capitals && letters.length() > 1;
        }
        boolean year = letters.length() == 1 && (digits.startsWith("19") || digits.startsWith("20"));
        return full && !year && (capitals || compact);
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
