package id.go.cirebonkab.lajur.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTests {

    private static final int LIMIT = 3 * 1024 * 1024;

    private final BodyReader reader = new BodyReader(LIMIT);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, LIMIT - 1, LIMIT})
    void readsWhatIsWithinTheLimit(int size) throws IOException {
        var body = new byte[size];
        new Random(size).nextBytes(body);

        assertThat(reader.read(new ByteArrayInputStream(body), -1)).isEqualTo(body);
        assertThat(reader.read(new ByteArrayInputStream(body), size)).isEqualTo(body);
    }

    @Test
    void refusesOneByteMoreThoughItsLengthWasNotAnnounced() {
        assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(new byte[LIMIT + 1]), -1))
                .isInstanceOf(BodyReader.TooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MAX_VALUE})
    void doesNotReadABodyThatNeverEnds(long announced) {
        var endless = new Endless();

        assertThatThrownBy(() -> reader.read(endless, announced)).isInstanceOf(BodyReader.TooLarge.class);
        assertThat(endless.read).isLessThan(2L * LIMIT + 1024 * 1024);
    }

    @Test
    void takesASmallLimitToo() throws IOException {
        var small = new BodyReader(10);

        assertThat(small.read(new ByteArrayInputStream(new byte[10]), -1)).hasSize(10);
        assertThatThrownBy(() -> small.read(new ByteArrayInputStream(new byte[11]), -1))
                .isInstanceOf(BodyReader.TooLarge.class);
    }

    private static class Endless extends InputStream {

        private long read;

        @Override
        public int read() {
            read++;
            return 'x';
        }

        @Override
        public int read(byte[] target, int from, int length) {
            read += length;
            return length;
        }
    }
}
