package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The scan of a letter, still unread. Its type is what its first bytes say, not what its name does. */
record Scan(MultipartFile file, Type type) {

    /** In bytes. */
    static final long LARGEST = 10L * 1024 * 1024;

    enum Type {
        PDF("application/pdf", "255044462d"),
        JPEG("image/jpeg", "ffd8ff"),
        PNG("image/png", "89504e470d0a1a0a");

        private final String contentType;
        private final byte[] beginning;

        Type(String contentType, String beginning) {
            this.contentType = contentType;
            this.beginning = HexFormat.of().parseHex(beginning);
        }

        private boolean isOf(byte[] bytes) {
            return bytes.length >= beginning.length && Arrays.equals(beginning, Arrays.copyOf(bytes, beginning.length));
        }
    }

    /**
     * What was uploaded; {@code null} when nothing was.
     *
     * @throws InvalidInput when it is too large, or neither PDF nor picture
     */
    static @Nullable Scan of(@Nullable MultipartFile file, String field) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        if (file.getSize() > LARGEST) {
            throw new InvalidInput(field, "agency.invalid.scan.large", LARGEST / 1024 / 1024);
        }
        try (var content = file.getInputStream()) {
            var first = content.readNBytes(8);
            return Arrays.stream(Type.values())
                    .filter(type -> type.isOf(first))
                    .findFirst()
                    .map(type -> new Scan(file, type))
                    .orElseThrow(() -> new InvalidInput(field, "agency.invalid.scan.type"));
        } catch (IOException e) {
            throw new UncheckedIOException("the scan could not be read", e);
        }
    }

    /** Keeps it in the running transaction, under a name of ours. */
    Files.Kept keepIn(Files files, String agencyCode) {
        try (var content = file.getInputStream()) {
            var name = "surat-tugas-" + agencyCode + "." + type.name().toLowerCase(Locale.ROOT);
            return files.keep(name, type.contentType, content);
        } catch (IOException e) {
            throw new UncheckedIOException("the scan could not be read", e);
        }
    }
}
