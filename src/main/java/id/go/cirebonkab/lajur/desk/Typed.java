package id.go.cirebonkab.lajur.desk;

import id.go.cirebonkab.lajur.complaint.Answer;
import id.go.cirebonkab.lajur.complaint.AnswerText;
import id.go.cirebonkab.lajur.complaint.Upload;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Turns what was typed into what commands take; what makes no sense is an {@link InvalidInput} at its field. */
final class Typed {

    private static final int LONGEST_FILE_NAME = 150;

    private Typed() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The version that a form was shown; {@code null} when it says none that makes sense. */
    static @Nullable Long version(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,18}") ? null : Long.valueOf(text);
    }

    static <E extends Enum<E>> E oneOf(Class<E> type, @Nullable String text, String field, String messageKey) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(orEmpty(text).strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(field, messageKey));
    }

    static @Nullable LocalDate date(@Nullable String text, String field) {
        if (orEmpty(text).isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(orEmpty(text).strip());
        } catch (DateTimeParseException e) {
            throw new InvalidInput(
                    field, "complaint.invalid.date.form", orEmpty(text).strip());
        }
    }

    /** TUNTAS when no kind is given. */
    static AnswerText answer(@Nullable String body, @Nullable String kind, @Nullable String promised) {
        var isInterim = switch (orEmpty(kind).strip()) {
            case "", "TUNTAS" -> false;
            case "SEMENTARA" -> true;
            default -> throw new InvalidInput("jenis", "complaint.invalid.answer.kind");
        };
        return new AnswerText(
                isInterim ? Answer.Kind.INTERIM : Answer.Kind.FINAL,
                orEmpty(body),
                isInterim ? date(promised, "janji") : null);
    }

    static List<Upload> uploads(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty())
                        .<Upload>map(UploadedFile::new)
                        .toList();
    }

    private record UploadedFile(MultipartFile file) implements Upload {

        @Override
        public String name() {
            var given = orEmpty(file.getOriginalFilename());
            var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                    .replaceAll("[\\p{Cntrl}]", "")
                    .strip();
            if (name.isEmpty()) {
                return "lampiran";
            }
            return name.length() <= LONGEST_FILE_NAME ? name : name.substring(name.length() - LONGEST_FILE_NAME);
        }

        @Override
        public String contentType() {
            return file.getContentType() == null ? "application/octet-stream" : file.getContentType();
        }

        @Override
        public InputStream open() throws IOException {
            return file.getInputStream();
        }
    }
}
