package org.ecsdelivery.docker.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes, links and sockets of Unix")
class ContextTarTest {
    private static final int MORE_THAN_A_BLOCK = 300_000;

    @TempDir
    Path context;

    @TempDir
    Path elsewhere;

    private Path plant(String name, String text) throws IOException {
        Path file = context.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private ContextTar open(String rules) throws IOException {
        return new ContextTar(new ContextWalk(context, DockerIgnore.parse(rules)), Map.of());
    }

    private TarEntries read() throws IOException {
        return read("");
    }

    private TarEntries read(String rules) throws IOException {
        try (ContextTar tar = open(rules)) {
            return TarEntries.of(tar);
        }
    }

    @Test
    void sendsFilesAndDirectoriesInTheOrderOfTheirNames() throws IOException {
        plant("b/2", "two");
        plant("b/1", "one");
        plant("a", "letter");
        Files.createDirectory(context.resolve("c"));
        TarEntries tar = read();
        assertThat(tar.names()).containsExactly("a", "b/", "b/1", "b/2", "c/");
        assertThat(tar.entry("b/2").text()).isEqualTo("two");
    }

    @Test
    void endsAtOnceForAnEmptyDirectory() throws IOException {
        assertThat(read().names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 65_535, 65_536, 65_537, MORE_THAN_A_BLOCK})
    void sendsFilesOfAnySize(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        Files.write(context.resolve("file"), content);
        assertThat(read().entry("file").content()).isEqualTo(content);
    }

    @Test
    void canBeReadByteByByte() throws IOException {
        plant("file", "\u00ff\u0000");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ContextTar tar = open("")) {
            for (int next = tar.read(); next >= 0; next = tar.read()) {
                bytes.write(next);
            }
        }
        try (ContextTar again = open("")) {
            assertThat(bytes.toByteArray()).isEqualTo(again.readAllBytes());
        }
    }

    @Test
    void keepsModes() throws IOException {
        Files.setPosixFilePermissions(plant("run", ""), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setPosixFilePermissions(plant("secret", ""), PosixFilePermissions.fromString("rw-------"));
        Files.setAttribute(plant("setuid", ""), "unix:mode", 04755);
        TarEntries tar = read();
        assertThat(tar.entry("run").header().getMode() & 07777).isEqualTo(0751);
        assertThat(tar.entry("secret").header().getMode() & 07777).isEqualTo(0600);
        assertThat(tar.entry("setuid").header().getMode() & 07777).isEqualTo(04755);
    }

    @Test
    void givesEverythingToRoot() throws IOException {
        plant("file", "");
        var header = read().entry("file").header();
        assertThat(header.getLongUserId()).isZero();
        assertThat(header.getLongGroupId()).isZero();
        assertThat(header.getUserName()).isEmpty();
        assertThat(header.getGroupName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-02T03:04:05Z", "2026-11-20T12:00:00Z", "2200-01-01T00:00:00Z"})
    void keepsTimesInWholeSeconds(Instant time) throws IOException {
        Files.setLastModifiedTime(plant("file", ""), FileTime.from(time.plusNanos(123_456_789)));
        assertThat(read().entry("file").header().getLastModifiedTime().toInstant())
                .isEqualTo(time);
    }

    @Test
    void keepsLongNames() throws IOException {
        String name = "d".repeat(200) + "/" + "e".repeat(200) + "/" + "f".repeat(200);
        plant(name, "deep");
        assertThat(read().entry(name).text()).isEqualTo("deep");
    }

    @Test
    void keepsNamesOutsideOfAscii() throws IOException {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        plant("Grüße/日本語 😀.txt", "hello");
        Files.createSymbolicLink(context.resolve("länk"), Path.of("Grüße/日本語 😀.txt"));
        TarEntries tar = read();
        assertThat(tar.entry("Grüße/日本語 😀.txt").text()).isEqualTo("hello");
        assertThat(tar.entry("länk").header().getLinkName()).isEqualTo("Grüße/日本語 😀.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"back\\slash", "colon:name", " blank ", "new\nline", "C:\\x", "-dash"})
    void keepsOddNames(String name) throws IOException {
        plant(name, "odd");
        assertThat(read().entry(name).text()).isEqualTo("odd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "no/such/file", "/etc/passwd", "../../../etc/passwd", ".", "self"})
    void sendsLinksAsLinks(String target) throws IOException {
        plant("file", "content");
        Files.createSymbolicLink(context.resolve("self"), Path.of(target));
        TarEntries.Entry link = read().entry("self");
        assertThat(link.header().isSymbolicLink()).isTrue();
        assertThat(link.header().getLinkName()).isEqualTo(target);
        assertThat(link.content()).isEmpty();
    }

    @Test
    void doesNotFollowALinkOutOfTheContext() throws IOException {
        Files.writeString(elsewhere.resolve("secret"), "not for the image");
        Files.createSymbolicLink(context.resolve("way-out"), elsewhere);
        assertThat(read().names()).containsExactly("way-out");
    }

    @Test
    void sendsAFileWithTwoNamesOnce() throws IOException {
        Files.createLink(context.resolve("b"), plant("a", "content"));
        TarEntries tar = read();
        assertThat(tar.entry("a").text()).isEqualTo("content");
        assertThat(tar.entry("b").header().isLink()).isTrue();
        assertThat(tar.entry("b").header().getLinkName()).isEqualTo("a");
    }

    @Test
    void sendsAFileInFullWhoseOtherNameIsLeftOut() throws IOException {
        Files.createLink(context.resolve("b"), plant("a", "content"));
        assertThat(read("a").entry("b").text()).isEqualTo("content");
    }

    @Test
    void leavesOutWhatCannotTravel() throws IOException {
        plant("file", "");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(context.resolve("socket")));
            assertThat(read().names()).containsExactly("file");
        }
    }

    @Test
    void sendsTheDirectoriesAboveAnException() throws IOException {
        plant("build/out/deep/keep.txt", "kept");
        plant("build/out/deep/other.txt", "");
        plant("build/else/other.txt", "");
        assertThat(read("build\n!build/out/deep/keep.txt\n").names())
                .containsExactly("build/", "build/out/", "build/out/deep/", "build/out/deep/keep.txt");
    }

    @Test
    void reachesIntoEveryExcludedDirectoryForAWildException() throws IOException {
        plant("a/b/keep.txt", "kept");
        plant("a/b/other.txt", "");
        assertThat(read("*\n!**/keep.txt\n").names()).containsExactly("a/", "a/b/", "a/b/keep.txt");
    }

    @Test
    void sendsAFileThatGrowsAsLongAsItWas() throws IOException {
        Path file = plant("file", "x".repeat(MORE_THAN_A_BLOCK));
        plant("next", "whole");
        try (ContextTar tar = open("")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(tar.readNBytes(1024));
            Files.writeString(file, "more", StandardOpenOption.APPEND);
            bytes.write(tar.readAllBytes());
            TarEntries entries = TarEntries.of(new ByteArrayInputStream(bytes.toByteArray()));
            assertThat(entries.entry("file").content()).hasSize(MORE_THAN_A_BLOCK);
            assertThat(entries.entry("next").text()).isEqualTo("whole");
        }
    }

    @Test
    void breaksOffWhenAFileBecomesShorter() throws IOException {
        Path file = plant("file", "x".repeat(MORE_THAN_A_BLOCK));
        try (ContextTar tar = open("")) {
            tar.readNBytes(1024);
            Files.writeString(file, "less");
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(tar::readAllBytes)
                    .withMessage(file + " became shorter while it was sent to Docker");
            assertThat(tar.failure()).isPresent();
        }
    }

    @Test
    void breaksOffWhenAFileVanishes() throws IOException {
        plant("a", "x".repeat(MORE_THAN_A_BLOCK));
        Path file = plant("b", "here");
        try (ContextTar tar = open("")) {
            tar.readNBytes(1024);
            Files.delete(file);
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(tar::readAllBytes)
                    .withMessage(file.toString());
            assertThat(tar.failure()).isPresent();
        }
    }

    @Test
    void breaksOffAtAFileThatItMayNotRead() throws IOException {
        Path file = plant("secret", "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        // root may read everything
        assumeThat(Files.isReadable(file)).isFalse();
        try (ContextTar tar = open("")) {
            assertThatExceptionOfType(IOException.class).isThrownBy(tar::readAllBytes);
            assertThat(tar.failure()).isPresent();
        }
    }

    @Test
    void isAtItsEndOnceClosed() throws IOException {
        plant("file", "x".repeat(MORE_THAN_A_BLOCK));
        ContextTar tar = open("");
        tar.readNBytes(1);
        tar.close();
        tar.readAllBytes();
        assertThat(tar.read()).isNegative();
        assertThat(tar.failure()).isEmpty();
    }

    @Test
    void hasNoFailureWhenAllWentWell() throws IOException {
        plant("file", "");
        try (ContextTar tar = open("")) {
            tar.readAllBytes();
            assertThat(tar.failure()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {(2L << 30) + 1, (8L << 30) - 1, 8L << 30, 20L << 30})
    void saysTheSizeOfAHugeFile(long size) throws IOException {
        try (RandomAccessFile sparse =
                new RandomAccessFile(context.resolve("huge").toFile(), "rw")) {
            sparse.setLength(size);
        }
        try (TarArchiveInputStream tar = new TarArchiveInputStream(open(""), "UTF-8")) {
            assertThat(tar.getNextEntry().getSize()).isEqualTo(size);
        }
    }

    @Test
    void endsWithTwoEmptyBlocks() throws IOException {
        plant("file", "x");
        try (ContextTar tar = open("")) {
            byte[] all = tar.readAllBytes();
            assertThat(all).hasSize(4 * 512).endsWith(new byte[1024 + 511]);
        }
    }

    @Test
    void fillsWhateverBufferItIsGiven() throws IOException {
        plant("a", "x".repeat(700));
        plant("b/c", "y".repeat(MORE_THAN_A_BLOCK));
        byte[] expected;
        try (ContextTar tar = open("")) {
            expected = tar.readAllBytes();
        }
        try (ContextTar tar = open("")) {
            ByteBuffer all = ByteBuffer.allocate(expected.length + 1000);
            for (int room = 1; all.position() < expected.length; room = room * 3 + 1) {
                int begin = all.position();
                all.limit(Math.min(begin + room, all.capacity()));
                int count = tar.read(all);
                assertThat(count).isEqualTo(Math.min(room, expected.length - begin));
            }
            assertThat(Arrays.copyOf(all.array(), expected.length)).isEqualTo(expected);
        }
    }
}
