package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.platform.Files;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file that somebody attaches, still unread. */
public interface Upload {

    String name();

    String contentType();

    InputStream open() throws IOException;

    /** Keeps the file in the running transaction. */
    default Files.Kept keepIn(Files files) {
        try (var content = open()) {
            return files.keep(name(), contentType(), content);
        } catch (IOException e) {
            throw new UncheckedIOException("the attachment could not be read", e);
        }
    }
}
