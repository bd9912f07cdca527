package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One tree, built by {@code docker build} and by us: the image holds the same files. */
@DockerAvailable
class SameImageAsTheDockerCommandDockerIT {
    @TempDir
    Path context;

    @TempDir
    Path configuration;

    private TidyEngine engine;
    private DockerCommand docker;
    private String theirs = "";

    @BeforeEach
    void plantTree() throws IOException {
        engine = new TidyEngine(configuration);
        docker = new DockerCommand(configuration);
        for (String file : List.of(
                "Dockerfile",
                "app/main.js",
                "app/main.test.js",
                "app/lib/deep/er/util.js",
                "app/lib/deep/er/keep.txt",
                "build/out.bin",
                "build/keep.txt",
                "build/sub/keep.txt",
                "docs/a.md",
                "docs/b.md",
                "docs/README.md",
                ".git/HEAD",
                ".hidden",
                "#hash",
                "!bang",
                "with space/and more.txt",
                "star*name",
                "back\\slash",
                "bracket[1].txt",
                "one1",
                "oneX",
                "x".repeat(120) + "/" + "y".repeat(150),
                "empty/file")) {
            plant(file);
        }
        Files.delete(context.resolve("empty/file"));
        Files.write(context.resolve("Dockerfile"), List.of("FROM scratch", "COPY . /"));
    }

    private Path plant(String name) throws IOException {
        Path file = context.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "content of " + name);
    }

    @AfterEach
    void close() throws Exception {
        if (!theirs.isEmpty()) {
            docker.run("rmi", "--force", theirs);
        }
        engine.close();
    }

    private SortedMap<String, String> oursOf(Path dockerfile) throws Exception {
        ImageBuild build =
                new ImageBuild(context, dockerfile, Map.of(), Optional.empty(), Map.of("built.by", "us"), false, true);
        return ImageFiles.of(engine.build(build, line -> {}).id(), docker, configuration);
    }

    private SortedMap<String, String> theirsOf(Path dockerfile) throws Exception {
        Path id = configuration.resolve("id");
        docker.succeed(
                "build",
                "--no-cache",
                "--label",
                "built.by=them",
                "--iidfile",
                id.toString(),
                "--file",
                dockerfile.toString(),
                context.toString());
        theirs = Files.readString(id);
        return ImageFiles.of(theirs, docker, configuration);
    }

    private void assertSame(Path dockerfile) throws Exception {
        assertThat(oursOf(dockerfile)).isNotEmpty().isEqualTo(theirsOf(dockerfile));
    }

    private void ignore(String text) throws IOException {
        Files.writeString(context.resolve(".dockerignore"), text);
    }

    @Test
    void withoutAnIgnoreFile() throws Exception {
        assertSame(context.resolve("Dockerfile"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFbuild/\r\n# comment\n  /docs/  \n\n\t\n ./.git//\t\n",
                "*\n!app/lib\napp/lib/deep\n!app/lib/deep/er/keep.txt\n!build/sub\n",
                "build/*\n!build/keep.txt\n!docs/README.md\ndocs/*.md\n",
                "**/*.js\n!**/main.js\n**/er\nx*/y*\n",
                "app/**/keep.txt\none[^0-9]\nwith space/*more*\n*/*.md\n",
                "app/**\none?\nempty\n",
                "**\n!docs\n",
                "#hash\n\\!bang\nstar\\*name\nbracket\\[1\\].txt\na*/../docs\n",
                "!bang\n\\#hash\n../docs\ndocs/./a.md\n.*\n",
                "Dockerfile\n.dockerignore\n/\n.\n",
            })
    void underTheRules(String rules) throws Exception {
        ignore(rules);
        assertSame(context.resolve("Dockerfile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "deploy\n.dockerignore\n", "*\n!build\n"})
    void withTheDockerfileInADirectoryOfTheContext(String rules) throws Exception {
        ignore(rules);
        Path dockerfile = plant("deploy/web.Dockerfile");
        Files.write(dockerfile, List.of("FROM scratch", "COPY . /"));
        assertSame(dockerfile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs\n", "*\n!build\n"})
    void hidingADockerfileFromOutsideOfTheContext(String rules, @TempDir Path elsewhere) throws Exception {
        ignore(rules);
        Path dockerfile = Files.write(elsewhere.resolve("Dockerfile"), List.of("FROM scratch", "COPY . /"));
        SortedMap<String, String> ours = oursOf(dockerfile);
        SortedMap<String, String> others = theirsOf(dockerfile);
        // both add a name of their own to the rules
        ours.computeIfPresent(".dockerignore", (name, text) -> "rules");
        others.computeIfPresent(".dockerignore", (name, text) -> "rules");
        assertThat(ours).isNotEmpty().isEqualTo(others);
    }

    @Test
    void withLinksModesAndOldFiles() throws Exception {
        Files.createSymbolicLink(context.resolve("to-file"), Path.of("app/main.js"));
        Files.createSymbolicLink(context.resolve("to-directory"), Path.of("docs"));
        Files.createSymbolicLink(context.resolve("to-nowhere"), Path.of("no/such/file"));
        Files.createSymbolicLink(context.resolve("absolute"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(context.resolve("outside"), Path.of("../../../etc/passwd"));
        Files.createSymbolicLink(context.resolve("long-link"), Path.of("z".repeat(200)));
        Files.createLink(context.resolve("hard"), context.resolve("app/main.js"));
        Files.setPosixFilePermissions(plant("run.sh"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setAttribute(plant("setuid"), "unix:mode", 04755);
        Files.setPosixFilePermissions(context.resolve("docs"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setLastModifiedTime(plant("old"), FileTime.from(Instant.parse("1960-01-01T00:00:00Z")));
        Files.setLastModifiedTime(plant("new"), FileTime.from(Instant.parse("2060-01-01T00:00:00.123456789Z")));
        assertSame(context.resolve("Dockerfile"));
    }

    @Test
    void withNamesOutsideOfAscii() throws Exception {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        plant("Grüße/日本語.txt");
        plant("😀.txt");
        Files.createSymbolicLink(context.resolve("länk"), Path.of("Grüße/日本語.txt"));
        ignore("?.md\n");
        assertSame(context.resolve("Dockerfile"));
    }

    @Test
    void ignoringNamesOutsideOfAscii() throws Exception {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        plant("Grüße/日本語.txt");
        plant("😀.txt");
        plant("😀😀.txt");
        ignore("Gr??e\n?.txt\n");
        assertSame(context.resolve("Dockerfile"));
    }
}
