package org.ecsdelivery.engine.coverage.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.ecsdelivery.engine.coverage.CoverageCollector;
import org.ecsdelivery.engine.coverage.UnreadableReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {
    private static final String LCOV = "TN:\nSF:größe.c\nDA:1,1\nend_of_record\n";

    private static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsTextOfAnyEncodingWithAndWithoutItsMark(String charset) {
        assertThat(Reading.bytes(LCOV.getBytes(Charset.forName(charset))).file("größe.c"))
                .isPresent();
        assertThat(Reading.bytes(("\ufeff" + LCOV).getBytes(Charset.forName(charset)))
                        .file("größe.c"))
                .isPresent();
    }

    @Test
    void readsLinesThatEndTheWayOfWindows() {
        assertThat(Reading.text(LCOV.replace("\n", "\r\n")).file("größe.c")).isPresent();
    }

    @Test
    void unpacksAPackedReport() {
        assertThat(Reading.bytes(packed(LCOV)).file("größe.c")).isPresent();
    }

    @Test
    void saysThatAPackedReportEndsEarly() {
        byte[] packed = packed(LCOV.repeat(1000));
        assertThatThrownBy(() -> Reading.bytes(Arrays.copyOf(packed, packed.length / 2)))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("the packed file is broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\ufeff\n"})
    void saysThatAReportIsEmpty(String nothing) {
        assertThatThrownBy(() -> Reading.text(nothing))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageMatching(
                        "(?s).*cannot be read: it (is empty|begins with nothing but blanks)\\. Look whether.*");
    }

    @Test
    void saysHowAFileBeginsThatIsNoReport() {
        assertThatThrownBy(() -> Reading.text("hello\nworld"))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("it is of no known format; it begins with \"hello world\"");
    }

    @Test
    void saysThatAFileIsNotThere(@TempDir Path directory) {
        assertThatThrownBy(() -> new ReportReader().read(directory.resolve("none.info"), new CoverageCollector()))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("none.info cannot be read");
    }
}
