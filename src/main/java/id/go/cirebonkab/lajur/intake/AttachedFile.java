package id.go.cirebonkab.lajur.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file that came with a notification, as the sender describes it; what it really is has not been checked.
 *
 * @param fileName without folders and control characters; {@code lampiran} where none was given
 * @param contentType {@code type/subtype} in lower case; {@code application/octet-stream} for anything else
 * @param content not copied: do not change it
 */
public record AttachedFile(String fileName, String contentType, byte[] content) {

    static final int LONGEST_NAME = 255;

    private static final Pattern CONTENT_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}");

    /** @throws IllegalArgumentException if the name has more than 255 characters */
    public AttachedFile {
        fileName = withoutFolders(Notification.line(fileName));
        if (fileName.codePointCount(0, fileName.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException("a file's name has at most " + LONGEST_NAME + " characters");
        }
        contentType = contentType.strip().toLowerCase(Locale.ROOT);
        int parameters = contentType.indexOf(';');
        if (parameters >= 0) {
            contentType = contentType.substring(0, parameters).strip();
        }
        if (!CONTENT_TYPE.matcher(contentType).matches()) {
            contentType = "application/octet-stream";
        }
    }

    private static String withoutFolders(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        return last.isEmpty() || last.equals(".") || last.equals("..") ? "lampiran" : last;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttachedFile file
                && fileName.equals(file.fileName)
                && contentType.equals(file.contentType)
                && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return 31 * fileName.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "AttachedFile[" + fileName + ", " + contentType + ", " + content.length + " bytes]";
    }
}
