package id.go.cirebonkab.lajur.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class VaultTests {

    private static final String NEW_KEY = Base64.getEncoder().encodeToString(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    });

    @Autowired
    private Vault vault;

    @Autowired
    private Files files;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock systemClock;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void whatIsSealedOpensOnlyAsWhatItIs() {
        var key = newKey();
        var sealed = key.seal("reporter", "Siti Aminah");

        assertThat(vault.find(key.id()).orElseThrow().openText("reporter", sealed))
                .isEqualTo("Siti Aminah");
        assertThatThrownBy(() -> key.openText("delivery", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> newKey().openText("reporter", sealed)).isInstanceOf(IllegalStateException.class);
        sealed[20] ^= 1;
        assertThatThrownBy(() -> key.openText("reporter", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameWordsAreNeverSealedTheSame() {
        var key = newKey();

        assertThat(key.seal("reporter", "Siti")).isNotEqualTo(key.seal("reporter", "Siti"));
    }

    @Test
    void aFileIsSealedChunkByChunkAndNoChunkCanStandInForAnother() throws IOException {
        var content = new byte[2 * Files.CHUNK + 5];
        new Random(7).nextBytes(content);
        var kept = keep(content);

        assertThat(read(kept)).isEqualTo(content);
        assertThat(jdbc.sql("select content from file_chunk where file_id = ? and position = 2")
                        .params(kept.id())
                        .query(byte[].class)
                        .single())
                .hasSize(5 + Sealing.OVERHEAD);

        jdbc.sql("delete from file_chunk where file_id = ? and position = 0")
                .params(kept.id())
                .update();
        jdbc.sql("""
                        insert into file_chunk (file_id, position, content)
                        select file_id, 0, content from file_chunk where file_id = ? and position = 1""").params(kept.id()).update();
        assertThatThrownBy(() -> read(kept)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withItsOwnersKeysAFileIsGone() throws IOException {
        var kept = keep("foto".getBytes(UTF_8));
        transaction.executeWithoutResult(status -> vault.give(List.of(kept.id()), 4_242));

        transaction.executeWithoutResult(
                status -> assertThat(vault.destroy(4_242)).isEqualTo(1));

        assertThatThrownBy(() -> read(kept)).isInstanceOf(NotVisible.class);
    }

    @Test
    void aFileThatIsNotNeededLeavesNoKey() throws IOException {
        var kept = keep("foto".getBytes(UTF_8));
        var before = keys();

        transaction.executeWithoutResult(status -> files.discard(kept));

        assertThat(keys()).isEqualTo(before - 1);
    }

    @Test
    void aNewKeyWrapsAllAndTheOldOneMayGo() {
        var key = newKey();
        var sealed = key.seal("reporter", "Siti");
        var both = new Vault(jdbc, MasterKeys.of(NEW_KEY + "," + TestDatabase.PRIVACY_KEY), systemClock);
        transaction.executeWithoutResult(status -> {
            while (both.rewrapSome() > 0) {}
            var onlyNew = new Vault(jdbc, MasterKeys.of(NEW_KEY), systemClock);
            assertThat(onlyNew.find(key.id()).orElseThrow().openText("reporter", sealed))
                    .isEqualTo("Siti");
            assertThatThrownBy(() -> vault.find(key.id())).isInstanceOf(UnusablePrivacyKeyException.class);
            status.setRollbackOnly();
        });
    }

    @Test
    void keysThatAreNoneAreRefusedWithAWordOnWhatToDo() {
        assertThatThrownBy(() -> MasterKeys.of("kunci")).hasMessageContaining("lajur.privacy.key");
        assertThatThrownBy(() -> MasterKeys.of("a3VuY2k=")).hasMessageContaining("32 bytes");
    }

    @Test
    void besideTheEmbeddedDatabaseTheKeyIsMadeOnceForItsOwnerOnly(@TempDir Path directory) throws IOException {
        var first = MasterKeys.keptIn(directory);

        assertThat(MasterKeys.keptIn(directory).current()).isEqualTo(first.current());
        assertThat(PosixFilePermissions.toString(
                        java.nio.file.Files.getPosixFilePermissions(directory.resolve("privacy.key"))))
                .isEqualTo("rw-------");
    }

    private DataKey newKey() {
        return transaction.execute(status -> vault.newKey(null));
    }

    private Files.Kept keep(byte[] content) {
        return transaction.execute(status -> {
            try {
                return files.keep("foto.jpg", "image/jpeg", new ByteArrayInputStream(content));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private byte[] read(Files.Kept kept) throws IOException {
        var bytes = new ByteArrayOutputStream();
        files.copy(kept.id(), bytes);
        return bytes.toByteArray();
    }

    private long keys() {
        return jdbc.sql("select count(*) from data_key").query(Long.class).single();
    }
}
