package id.go.cirebonkab.lajur.lapor;

import id.go.cirebonkab.lajur.relay.Portal.Enclosure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** A form with files, written out as it is sent: no file has to fit into memory. */
class MultipartBody {

    private final String boundary = "lajur-" + UUID.randomUUID();
    private final List<Part> parts = new ArrayList<>();

    private record Part(byte[] head, long size, Writer content) {}

    private interface Writer {
        void writeTo(OutputStream target) throws IOException;
    }

    MultipartBody field(String name, String value) {
        var content = value.getBytes(StandardCharsets.UTF_8);
        parts.add(new Part(head("name=\"" + quoted(name) + "\""), content.length, target -> target.write(content)));
        return this;
    }

    MultipartBody file(String name, Enclosure file) {
        var disposition = "name=\"" + quoted(name) + "\"; filename=\"" + quoted(file.name()) + "\"\r\nContent-Type: "
                + mediaType(file.contentType());
        parts.add(new Part(head(disposition), file.size(), file.content()::writeTo));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    long length() {
        return parts.stream()
                        .mapToLong(part -> part.head().length + part.size() + 2)
                        .sum()
                + tail().length;
    }

    /** Sends the parts one after the other, on a thread of the executor. */
    BodyPublisher publisher(Executor executor) {
        return BodyPublishers.fromPublisher(new OutputStreamPublisher(this::writeTo, executor), length());
    }

    void writeTo(OutputStream target) throws IOException {
        for (var part : parts) {
            target.write(part.head());
            part.content().writeTo(target);
            target.write('\r');
            target.write('\n');
        }
        target.write(tail());
    }

    private byte[] head(String disposition) {
        return ("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] tail() {
        return ("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** As browsers do it: no name can end its quotes or its line. */
    private static String quoted(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private static String mediaType(String contentType) {
        try {
            return MediaType.parseMediaType(contentType).toString();
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
    }
}
