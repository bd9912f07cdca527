package org.ecsdelivery.docker.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.ecsdelivery.docker.UploadEngine;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code docker build} (classic) sends of a tree is what we send. No image is built: the command talks to something that only
 * takes the context. More trees: {@code -Dcontext.seeds=1000}.
 */
@DockerAvailable
class SameContextAsTheDockerCommandDockerIT {
    private static final int SEEDS = 60;
    private static final int RULES_PER_TREE = 10;
    /** Exceptions with wild cards reach into directories that are left out: with us and BuildKit, not with the classic command. */
    private static final Pattern WILD_EXCEPTION = Pattern.compile("(?m)^[\uFEFF\\s]*[./]*!.*[*?\\[\\]\\\\]");

    @TempDir
    Path context;

    @TempDir
    Path elsewhere;

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private UploadEngine engine;
    private DockerCommand docker;

    @BeforeEach
    void open() {
        engine = new UploadEngine(elsewhere.resolve("docker.sock"), tar -> tar.transferTo(received));
        docker = new DockerCommand(elsewhere);
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("context.seeds", SEEDS) / RULES_PER_TREE);
    }

    private boolean dockerSends() throws Exception {
        received.reset();
        Path dockerfile = context.resolve("Dockerfile");
        return docker.run("--host", engine.address(), "build", "--file", dockerfile.toString(), context.toString())
                        .exitCode()
                == 0;
    }

    private SortedMap<String, String> theirs() throws IOException {
        return described(TarEntries.of(new ByteArrayInputStream(received.toByteArray())));
    }

    private SortedMap<String, String> ours() throws IOException {
        try (ContextTar tar =
                BuildContext.of(context, context.resolve("Dockerfile")).open()) {
            return described(TarEntries.of(tar));
        }
    }

    private static SortedMap<String, String> described(TarEntries tar) {
        SortedMap<String, String> all = new TreeMap<>();
        for (String name : tar.names()) {
            TarArchiveEntry header = tar.entry(name).header();
            String what = "%c %o %d:%d %s %s"
                    .formatted(
                            header.isLink() ? '0' : header.getLinkFlag(),
                            header.getMode() & 07777,
                            header.getLongUserId(),
                            header.getLongGroupId(),
                            header.getLastModifiedTime(),
                            header.isSymbolicLink() ? header.getLinkName() : content(tar, header));
            assertThat(all.put(name, what))
                    .as("second entry of the name " + name)
                    .isNull();
        }
        return all;
    }

    /** A file with several names travels under the first one, which may be another one with the command. */
    private static String content(TarEntries tar, TarArchiveEntry header) {
        String text = tar.entry(header.isLink() ? header.getLinkName() : header.getName())
                .text();
        return text.length() + "#" + text.hashCode();
    }

    /** We send the directories above an exception, the command leaves it to the engine to make them. */
    private static void forgetDirectoriesAbove(SortedMap<String, String> ours, SortedMap<String, String> theirs) {
        ours.keySet()
                .removeIf(name -> name.endsWith("/")
                        && !theirs.containsKey(name)
                        && ours.keySet().stream().anyMatch(other -> other.startsWith(name) && !other.endsWith("/")));
    }

    private void assertSame(String rules) throws Exception {
        SortedMap<String, String> theirs = theirs();
        SortedMap<String, String> ours = ours();
        if (WILD_EXCEPTION.matcher(rules).find()) {
            assertThat(ours).as(rules).containsAllEntriesOf(theirs);
        } else {
            forgetDirectoriesAbove(ours, theirs);
            assertThat(ours).as(rules).isEqualTo(theirs);
        }
    }

    /** Before 23 it took exceptions for more paths, and some characters for a regular expression; we do as it does since. */
    private boolean isOld() throws Exception {
        return docker.succeed("--version").output().matches("(?s)Docker version (1\\d|20)\\..*");
    }

    private void ignore(String rules) throws IOException {
        Files.writeString(context.resolve(".dockerignore"), rules);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofARandomTreeUnderRandomRules(long seed) throws Exception {
        RandomTree tree = RandomTree.plant(context, seed, isOld());
        for (int i = 0; i < RULES_PER_TREE; i++) {
            String rules = tree.rules();
            ignore(rules);
            if (dockerSends()) {
                assertSame(rules);
            } else {
                assertThatExceptionOfType(EngineException.class).as(rules).isThrownBy(this::ours);
            }
        }
    }

    private void assertSameUnder(String rules) throws Exception {
        ignore(rules);
        assertThat(dockerSends()).isTrue();
        assertSame(rules);
    }

    private void shell(String script) throws Exception {
        Files.writeString(context.resolve("Dockerfile"), "FROM scratch");
        Process process = new ProcessBuilder("sh", "-e", "-c", script)
                .directory(context.toFile())
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void ofPipesAndSocketsAndEmptyDirectories() throws Exception {
        shell(
                "mkfifo pipe; chmod 640 pipe; mkdir -p empty/er; chmod 1777 empty; ln -s ../../.. empty/up; ln pipe same");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(context.resolve("socket")));
            assertSameUnder("nothing\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "bad?name", "caf?", "*/caf?"})
    void ofNamesThatAreNoUtf8(String rules) throws Exception {
        shell("touch $(printf 'bad\\377name'); d=$(printf 'gr\\374n'); mkdir $d; echo hi > $d/$(printf 'caf\\351');"
                + " ln -s $d/$(printf 'caf\\351') link");
        assertSameUnder(rules);
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100, 101, 255, 1_000, 3_000})
    void ofPathsOfThatLength(int length) throws Exception {
        String name = ("n".repeat(100) + "/").repeat(30).substring(0, length - 1) + "x";
        shell("mkdir -p " + name + "; rmdir " + name + "; echo deep > " + name + "; ln -s " + name + " link; ln " + name
                + " hard");
        assertSameUnder("nothing\n");
    }
}
