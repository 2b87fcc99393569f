package id.go.cirebonkab.lajur.complaint;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.go.cirebonkab.lajur.complaint.Redaction.Item;
import id.go.cirebonkab.lajur.complaint.Redaction.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How well {@link Redaction} finds what is marked in {@code redaction/sentences.txt}: an item counts as found when its kind
 * and both its ends are right. {@code bin/redaction} prints it.
 */
final class RedactionFigures {

    private static final String SENTENCES = "/redaction/sentences.txt";
    private static final int HELD_OUT = 4;
    private static final Pattern MARK = Pattern.compile("⟦(\\w+):([^⟧]*)⟧");
    private static final Map<String, Kind> KINDS = Map.of(
            "nik", Kind.NIK, "telepon", Kind.PHONE, "surel", Kind.MAIL, "plat", Kind.PLATE, "rekening", Kind.ACCOUNT);

    /** A sentence as it was written, with what is to be masked in it. */
    record Sentence(int number, String marked, String text, List<Item> items) {

        static Sentence of(int number, String marked) {
            var text = new StringBuilder();
            var items = new ArrayList<Item>();
            var mark = MARK.matcher(marked);
            while (mark.find()) {
                mark.appendReplacement(text, "");
                int from = text.length();
                text.append(mark.group(2));
                items.add(new Item(KINDS.get(mark.group(1)), from, text.length()));
            }
            return new Sentence(number, marked, mark.appendTail(text).toString(), items);
        }

        /** Every fourth is looked at only when the rules are done. */
        boolean isHeldOut() {
            return number % HELD_OUT == 0;
        }

        boolean has(@Nullable Kind kind) {
            return items.stream().anyMatch(item -> kind == null || item.kind() == kind);
        }
    }

    /** @param kind null for all of them together */
    record Figures(@Nullable Kind kind, long sentences, int items, int found, int falseAlarms) {

        int missed() {
            return items - found;
        }

        double recall() {
            return items == 0 ? 1 : (double) found / items;
        }

        double precision() {
            return found + falseAlarms == 0 ? 1 : (double) found / (found + falseAlarms);
        }
    }

    private RedactionFigures() {}

    static List<Sentence> sentences() {
        try (var file = RedactionFigures.class.getResourceAsStream(SENTENCES)) {
            var lines = new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            var sentences = new ArrayList<Sentence>();
            for (var line : lines) {
                sentences.add(Sentence.of(sentences.size() + 1, line));
            }
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Figures figures(List<Sentence> sentences, @Nullable Kind kind) {
        int items = 0;
        int found = 0;
        int falseAlarms = 0;
        for (var sentence : sentences) {
            var wanted = of(kind, sentence.items());
            var given = of(kind, Redaction.items(sentence.text()));
            items += wanted.size();
            found += wanted.stream().filter(given::contains).count();
            falseAlarms += given.stream().filter(item -> !wanted.contains(item)).count();
        }
        long withSome =
                sentences.stream().filter(sentence -> sentence.has(kind)).count();
        return new Figures(kind, withSome, items, found, falseAlarms);
    }

    private static List<Item> of(@Nullable Kind kind, List<Item> items) {
        return items.stream()
                .filter(item -> kind == null || item.kind() == kind)
                .toList();
    }

    /** @param arguments {@code open} leaves the held-out sentences alone */
    public static void main(String[] arguments) {
        var all = sentences();
        var open = all.stream().filter(sentence -> !sentence.isHeldOut()).toList();
        if (Set.of(arguments).contains("open")) {
            print("Not held out", open);
            return;
        }
        print("All", all);
        print("Held out", all.stream().filter(Sentence::isHeldOut).toList());
    }

    private static void print(String title, List<Sentence> sentences) {
        long none = sentences.stream().filter(sentence -> !sentence.has(null)).count();
        System.out.printf("%s: %d sentences, %d of them with nothing to mask%n%n", title, sentences.size(), none);
        System.out.println("| kind | sentences | items | found | missed | false alarms | recall | precision |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (var kind : Kind.values()) {
            print(kind.name(), figures(sentences, kind));
        }
        print("together", figures(sentences, null));
        System.out.println();
        for (var sentence : sentences) {
            var given = Redaction.items(sentence.text());
            sentence.items().stream()
                    .filter(item -> !given.contains(item))
                    .forEach(item -> print("missed", item, sentence));
            given.stream()
                    .filter(item -> !sentence.items().contains(item))
                    .forEach(item -> print("false alarm", item, sentence));
        }
        System.out.println();
    }

    private static void print(String kind, Figures it) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %.3f | %.3f |%n",
                kind,
                it.sentences(),
                it.items(),
                it.found(),
                it.missed(),
                it.falseAlarms(),
                it.recall(),
                it.precision());
    }

    private static void print(String what, Item item, Sentence sentence) {
        System.out.printf(
                "%s, %s \"%s\" in sentence %d: %s%n",
                what,
                item.kind(),
                sentence.text().substring(item.from(), item.to()),
                sentence.number(),
                sentence.marked());
    }
}
