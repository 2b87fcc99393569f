package id.go.cirebonkab.lajur.complaint;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Masks every text by the rules of this version, for one that was taken by an older version may show what those missed. May
 * be stopped and begun again, and run beside the application: a text that changes meanwhile is left to the application.
 */
@Component
public class MaskAnewCommand {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    MaskAnewCommand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of an erased complaint only the masked words are left, and they stand in both places. */
    private record Words(
            long id,
            String title,
            String content,
            @Nullable String location,
            String redactedTitle,
            String redactedContent,
            @Nullable String redactedLocation) {

        boolean areMaskedAs(String title, String content, @Nullable String location) {
            return title.equals(redactedTitle)
                    && content.equals(redactedContent)
                    && Objects.equals(location, redactedLocation);
        }
    }

    private record FollowUp(long id, String content, String redactedContent) {}

    /** Returns whether all of them are. */
    public boolean run(PrintStream out) {
        out.println("Teks yang disamarkan ulang: " + complaints() + " pengaduan, " + followUps() + " tulisan susulan.");
        return true;
    }

    private long complaints() {
        var changed = 0L;
        for (var some = complaintsAfter(0);
                !some.isEmpty();
                some = complaintsAfter(some.get(some.size() - 1).id())) {
            changed += some.stream().mapToInt(this::mask).sum();
        }
        return changed;
    }

    private List<Words> complaintsAfter(long id) {
        return jdbc.sql("""
                        select tracking_id as id, title, content, location, redacted_title, redacted_content,
                               redacted_location
                        from complaint where tracking_id > ? order by tracking_id limit ?""").params(id, AT_ONCE).query(Words.class).list();
    }

    private int mask(Words words) {
        var title = Redaction.mask(words.title());
        var content = Redaction.mask(words.content());
        var location = words.location() == null ? null : Redaction.mask(words.location());
        if (words.areMaskedAs(title, content, location)) {
            return 0;
        }
        return jdbc.sql("""
                        update complaint set redacted_title = :title, redacted_content = :content,
                            redacted_location = :location,
                            title = case when erased_at is null then title else :title end,
                            content = case when erased_at is null then content else :content end,
                            location = case when erased_at is null then location else :location end
                        where tracking_id = :id and title = :wasTitle and content = :wasContent
                        and location is not distinct from cast(:wasLocation as text)""")
                .param("title", title)
                .param("content", content)
                .param("location", location)
                .param("id", words.id())
                .param("wasTitle", words.title())
                .param("wasContent", words.content())
                .param("wasLocation", words.location())
                .update();
    }

    private long followUps() {
        var changed = 0L;
        for (var some = followUpsAfter(0);
                !some.isEmpty();
                some = followUpsAfter(some.get(some.size() - 1).id())) {
            changed += some.stream().mapToInt(this::mask).sum();
        }
        return changed;
    }

    private List<FollowUp> followUpsAfter(long id) {
        return jdbc.sql("select id, content, redacted_content from follow_up where id > ? order by id limit ?")
                .params(id, AT_ONCE)
                .query(FollowUp.class)
                .list();
    }

    private int mask(FollowUp written) {
        var masked = Redaction.mask(written.content());
        if (masked.equals(written.redactedContent())) {
            return 0;
        }
        return jdbc.sql("""
                        update follow_up f set redacted_content = :masked,
                            content = case when (select c.erased_at from complaint c
                                where c.tracking_id = f.tracking_id) is null then content else :masked end
                        where id = :id and content = :was""")
                .param("masked", masked)
                .param("id", written.id())
                .param("was", written.content())
                .update();
    }
}
