package id.go.cirebonkab.lajur.support;

import id.go.cirebonkab.lajur.platform.Files;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the raw messages, which are sealed. */
public final class KeptMessages {

    private KeptMessages() {}

    /** The messages of a complaint, or of none, in whose bytes the text stands; oldest first. */
    public static List<UUID> holding(String text, long trackingId, JdbcClient jdbc, Files files) {
        record Message(UUID id, UUID fileId) {}
        return jdbc.sql("""
                        select id, file_id from raw_message where tracking_id = ? or tracking_id is null
                        order by arrived_at, id""").params(trackingId).query(Message.class).list().stream()
                .filter(message ->
                        new String(bytes(message.fileId(), files), StandardCharsets.ISO_8859_1).contains(text))
                .map(Message::id)
                .toList();
    }

    public static byte[] bytes(UUID file, Files files) {
        try {
            var bytes = new ByteArrayOutputStream();
            files.copy(file, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
