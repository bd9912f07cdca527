package org.ecsdelivery.docker.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An agent started by the system, without a locale: Java reads file names as ASCII there, Docker does not. */
@EnabledOnOs(OS.LINUX)
class ForeignLocaleTest {
    @TempDir
    Path context;

    /** Writes the context in the directory given to standard output; runs in a Java of its own. */
    static final class Sending {
        public static void main(String[] arguments) throws IOException {
            ContextWalk walk = new ContextWalk(Path.of(arguments[0]), DockerIgnore.parse("left-out-ü"));
            try (ContextTar tar = new ContextTar(walk, Map.of())) {
                tar.transferTo(System.out);
            }
        }
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(context.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", "POSIX");
        return builder.start();
    }

    /** The shell knows bytes only, so it can write any name whatever this Java's locale is. */
    private void shell(String script) throws Exception {
        assertThat(start(List.of("sh", "-c", script)).waitFor()).isZero();
    }

    private TarEntries sent() throws Exception {
        return TarEntries.of(new ByteArrayInputStream(bytes()));
    }

    private byte[] bytes() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = start(List.of(
                java, "-cp", System.getProperty("java.class.path"), Sending.class.getName(), context.toString()));
        try (InputStream tar = process.getInputStream()) {
            byte[] bytes = tar.readAllBytes();
            assertThat(process.waitFor()).isZero();
            return bytes;
        }
    }

    @Test
    void keepsNamesAndLinksAndHeedsRules() throws Exception {
        shell("d=$(printf 'Gr\\303\\274\\303\\237e'); mkdir \"$d\"; printf hello > \"$d/+a b%20.txt\";"
                + " ln -s \"../x/$d/\" \"$d/link\"; ln -s \"/$d\" absolute; touch $(printf 'left-out-\\303\\274')");
        TarEntries tar = sent();
        assertThat(tar.names())
                .containsExactlyInAnyOrder(
                        "absolute", "Gr\u00fc\u00dfe/", "Gr\u00fc\u00dfe/+a b%20.txt", "Gr\u00fc\u00dfe/link");
        assertThat(tar.entry("Gr\u00fc\u00dfe/+a b%20.txt").text()).isEqualTo("hello");
        assertThat(tar.entry("Gr\u00fc\u00dfe/link").header().getLinkName()).isEqualTo("../x/Gr\u00fc\u00dfe");
        assertThat(tar.entry("absolute").header().getLinkName()).isEqualTo("/Gr\u00fc\u00dfe");
    }

    @Test
    void keepsBytesThatAreNoUtf8() throws Exception {
        shell(
                "mkdir d; cd d; printf one > $(printf 'bad\\377name'); printf two > $(printf 'bad\\376name'); ln -s $(printf"
                        + " '\\303\\050') link; touch left-out-$(printf '\\303\\274')");
        byte[] tar = bytes();
        assertThat(new String(tar, StandardCharsets.ISO_8859_1))
                .contains("path=d/bad\u00ffname\n", "path=d/bad\u00fename\n", "linkpath=\u00c3(\n");
        assertThat(TarEntries.of(new ByteArrayInputStream(tar)).names()).hasSize(5);
    }
}
