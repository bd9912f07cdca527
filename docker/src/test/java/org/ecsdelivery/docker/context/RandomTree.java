package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A tree of files with names that tell apart who reads rules one way or another, and rules about them; a seed makes both. */
final class RandomTree {
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "ab",
            "abc",
            "foo",
            "bar",
            "build",
            "out",
            "src",
            "node_modules",
            "keep.txt",
            "a.txt",
            "main.js",
            ".git",
            ".env",
            "x y",
            "A",
            "Foo",
            "1",
            "9z",
            "a.b.c",
            "a+b",
            "(x)",
            "{a,b}",
            "$x",
            "a|b",
            "x^y",
            "a{2}",
            "aa",
            "a-b",
            "#hash",
            "!bang",
            "back\\slash",
            "star*",
            "q?",
            "[x]",
            "x]",
            "Gr\u00fc\u00dfe",
            "\u65e5\u672c",
            "\ud83d\ude00",
            "d".repeat(120));
    private static final List<String> WILD = List.of(
            "*",
            "**",
            "?",
            "a*",
            "*.txt",
            "**/a",
            "**/keep.txt",
            "*b*",
            "[a-c]",
            "[^a]",
            "[!a]",
            "a?",
            "**/*.js",
            "f*r",
            "*.*",
            "???",
            "\\*",
            "\\#hash",
            "\\!bang",
            "[\\]x]",
            "a**",
            "x[[]y",
            "[a&&b]",
            "b[a-z]*",
            "\\d*",
            "*/**",
            "**/b/**",
            "a\\b",
            "[+-9]",
            "?*");
    private static final List<String> ODD_LINES = List.of(
            "",
            "# comment",
            "  # not one",
            "!",
            "/",
            ".",
            "..",
            "./",
            "!.",
            "! a",
            "!/a",
            "!./b",
            "./!bang",
            "/!bang",
            "a/..",
            "../a",
            "a//b",
            "a/./b",
            "a/../b",
            "/../foo",
            "a/",
            "foo/",
            "/build/",
            " out ",
            "\tsrc\t",
            "a\r",
            "!**",
            "[",
            "a[",
            "[]",
            "[]a]",
            "[a-]",
            "\\",
            "a\\",
            "Dockerfile",
            ".dockerignore",
            "Docker*",
            ".docker*",
            "!Dockerfile",
            "**/Dockerfile",
            "\u00a0a\u00a0");

    private final Path root;
    private final Random random;
    private final boolean old;
    private final List<String> names;
    private final List<String> paths = new ArrayList<>();

    private RandomTree(Path root, Random random, boolean old) {
        this.root = root;
        this.random = random;
        this.old = old;
        this.names = old
                ? NAMES.stream().filter(name -> !name.matches(".*[+(){}|^].*")).toList()
                : NAMES;
    }

    /**
     * Plants a tree.
     *
     * @param old whether to leave out what docker commands before 23 read in another way
     */
    static RandomTree plant(Path root, long seed, boolean old) throws IOException {
        RandomTree tree = new RandomTree(root, new Random(seed), old);
        for (int i = 0; i < 40; i++) {
            tree.plantOne();
        }
        Files.write(root.resolve("Dockerfile"), List.of("FROM scratch"));
        return tree;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void plantOne() throws IOException {
        StringBuilder name = new StringBuilder(any(names));
        while (random.nextInt(2) == 0) {
            name.append('/').append(any(names));
        }
        Path file = root.resolve(name.toString());
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                plantAt(file, name.toString());
                paths.add(name.toString());
            }
        } catch (FileAlreadyExistsException fileInTheWay) {
            // a name stands for a file or for a directory, as it was first
        } catch (java.nio.file.FileSystemException notADirectory) {
            // the same, further up
        }
    }

    private void plantAt(Path file, String name) throws IOException {
        switch (random.nextInt(12)) {
            case 0 -> Files.createDirectory(file);
            case 1 ->
                Files.createSymbolicLink(
                        file, Path.of(any(List.of("a", "../b", "/etc/passwd", "nowhere", "x".repeat(150)))));
            case 2 -> link(file, name);
            default -> write(file, name);
        }
    }

    private void link(Path file, String name) throws IOException {
        Path other = paths.isEmpty() ? root : root.resolve(any(paths));
        if (Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)) {
            Files.createLink(file, other);
        } else {
            write(file, name);
        }
    }

    private void write(Path file, String name) throws IOException {
        Files.writeString(file, name.repeat(random.nextInt(60)));
        Files.setAttribute(file, "unix:mode", any(List.of(0644, 0600, 0755, 0444, 04755, 02711, 0666)));
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))));
    }

    /** Makes the text of an ignore file. */
    String rules() {
        StringBuilder rules = new StringBuilder(random.nextInt(10) == 0 ? "\uFEFF" : "");
        for (int lines = random.nextInt(7); lines >= 0; lines--) {
            String line = random.nextInt(8) == 0 ? any(ODD_LINES) : line();
            rules.append(old ? line.replace("!", "") : line).append(random.nextInt(8) == 0 ? "\r\n" : "\n");
        }
        return rules.toString();
    }

    private String line() {
        String path = random.nextInt(4) == 0 || paths.isEmpty() ? any(names) : any(paths);
        String[] parts = path.split("/");
        for (int i = 0; i < parts.length; i++) {
            parts[i] = random.nextInt(3) == 0 ? any(WILD) : parts[i];
        }
        String pattern = String.join("/", List.of(parts).subList(0, 1 + random.nextInt(parts.length)));
        return (random.nextInt(3) == 0 ? "!" : "") + pattern;
    }
}
