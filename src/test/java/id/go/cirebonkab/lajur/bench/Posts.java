package id.go.cirebonkab.lajur.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is posted. Each works on what the one before has made, so that the seeded complaints stay as they are: a gateway
 * hands over notifications, the admin forwards these, the officers answer them.
 */
final class Posts {

    static final String SECRET = "bench-rahasia";

    private final AtomicLong numbers;
    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<String>> forwarded = new ConcurrentHashMap<>();

    /** @param lastNumber of all complaints that are there */
    Posts(long lastNumber) {
        numbers = new AtomicLong(Math.max(lastNumber, 90_000_000));
        Accounts.AGENCIES.forEach(agency -> forwarded.put(agency, new ConcurrentLinkedQueue<>()));
    }

    /** Hands over new complaints, as many as there are in {@code left}. */
    Load.Turn notification(Visitor gateway, AtomicInteger left) {
        return () -> {
            if (left.decrementAndGet() < 0) {
                return false;
            }
            var number = String.valueOf(numbers.incrementAndGet());
            var body = """
                    {"tracking_id": "%s", "title": "Lampu penerangan jalan padam di Trusmi",
                     "content": "Selamat malam, lampu penerangan jalan di Desa Trusmi Kulon padam sejak tiga malam. \
                    Warga khawatir karena jalan itu dilalui anak-anak yang pulang mengaji. Laporan ke-%s.",
                     "category": "Perhubungan", "classification": "NON_PENGAWASAN", "location": "Desa Trusmi Kulon",
                     "reporter_name": "Warga Contoh", "channel": "Website", "created_at": "%s"}""".formatted(number, number, Instant.now().minusSeconds(20))
                    .getBytes(StandardCharsets.UTF_8);
            var time = String.valueOf(Instant.now().getEpochSecond());
            expect(
                    202,
                    gateway.post(
                                    "/api/lapor/notifications",
                                    body,
                                    "X-Lajur-Timestamp",
                                    time,
                                    "X-Lajur-Signature",
                                    "sha256=" + signature(time, body))
                            .statusCode(),
                    "notification");
            received.add(number);
            return true;
        };
    }

    /** Forwards what was handed over, to one agency after the other. */
    Load.Turn forward(Visitor admin, AtomicInteger left) {
        return () -> {
            var turn = left.decrementAndGet();
            var number = turn < 0 ? null : received.poll();
            if (number == null) {
                return false;
            }
            var agency = Accounts.AGENCIES.get(turn % Accounts.AGENCIES.size());
            var answer = admin.post("/pengaduan/" + number + "/penerusan", Map.of("utama", agency));
            expect(303, answer.statusCode(), "forward of " + number);
            forwarded.get(agency).add(number);
            return true;
        };
    }

    /** Answers what was forwarded to that agency. */
    Load.Turn answer(Visitor officer, String agency, AtomicInteger left) {
        return () -> {
            var number =
                    left.decrementAndGet() < 0 ? null : forwarded.get(agency).poll();
            if (number == null) {
                return false;
            }
            var fields = Map.of(
                    "isi", "Terima kasih. Lampu di lokasi tersebut sudah kami ganti dan kini menyala kembali.",
                    "jenis", "TUNTAS");
            var answer = officer.postAsBrowsersDoWithFiles("/pengaduan/" + number + "/jawaban", fields, "lampiran");
            expect(303, answer.statusCode(), "answer to " + number);
            return true;
        };
    }

    private static void expect(int wanted, int status, String what) {
        if (status != wanted) {
            throw new IllegalStateException(what + " was answered with " + status + " instead of " + wanted);
        }
    }

    private static String signature(String time, byte[] body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }

    static List<String> names() {
        return List.of("Notification by the webhook", "Forward, by the admin", "Answer, by an officer");
    }
}
