package org.ecsdelivery.docker.buildkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.docker.buildkit.DockerCli.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Along a PATH of docker commands that only say what they are. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its tools are shell scripts")
class CliSearchTest {
    @TempDir
    Path directory;

    private String path = "";

    private Path command(String place, String version, String buildx) throws IOException {
        Path bin = Files.createDirectories(directory.resolve(place));
        Path command = Files.writeString(bin.resolve("docker"), """
                #!/bin/sh
                if [ "$1" = buildx ]; then %s; else echo '%s'; fi
                """.formatted(
                        buildx.isEmpty() ? "echo 'no such command' >&2; exit 1" : "echo '" + buildx + "'", version));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        path = path.isEmpty() ? bin.toString() : path + ":" + bin;
        return command;
    }

    private CliSearch search() {
        return CliSearch.on(Map.of("PATH", path), directory, Map.of());
    }

    @Test
    void looksAlongTheWholePath() throws IOException {
        command("first", "Docker version 28.2.2, build e6534b4", "");
        Path second = command("second", "Docker version 20.10.24+dfsg1, build 297e128", "");
        assertThat(search().usable()).contains(new DockerCli(second, Way.BUILT_IN, "20.10.24+dfsg1"));
        assertThat(search().unusable())
                .containsExactly(
                        directory.resolve("first/docker") + " has neither the plugin buildx nor a client of its own");
    }

    @Test
    void prefersThePluginWhereverItIs() throws IOException {
        command("first", "Docker version 20.10.24+dfsg1, build 297e128", "");
        Path second =
                command("second", "Docker version 28.2.2, build e6534b4", "github.com/docker/buildx v0.24.0 d0e5e86");
        assertThat(search().usable()).contains(new DockerCli(second, Way.BUILDX, "0.24.0"));
    }

    @Test
    void knowsThePluginOfDebian() throws IOException {
        Path only = command(
                "only",
                "Docker version 26.1.5+dfsg1, build a72d7cd",
                "github.com/docker/buildx 0.13.1+ds1 0.13.1+ds1-3");
        assertThat(search().usable()).contains(new DockerCli(only, Way.BUILDX, "0.13.1+ds1"));
    }

    @Test
    void doesNotTakePodmanForDocker() throws IOException {
        command("only", "podman version 4.3.1", "buildah 1.28.2");
        assertThat(search().usable()).isEmpty();
    }

    @Test
    void knowsWhichVersionsHaveAClient() throws IOException {
        command("old", "Docker version 18.06.3-ce, build d7080c1", "");
        command("new", "Docker version 23.0.0, build e92dd87", "");
        assertThat(search().usable()).isEmpty();
        Path eighteen = command("eighteen", "Docker version 18.09.1, build 4c52b90", "");
        assertThat(search().usable().map(DockerCli::command)).contains(eighteen);
    }

    @Test
    void passesOverWhatIsNoProgram() throws IOException {
        Path broken = command("broken", "", "");
        Files.writeString(broken, "#!/no/such/interpreter\n");
        Files.createDirectories(directory.resolve("folder/docker"));
        path += ":" + directory.resolve("folder") + ":relative::" + directory.resolve("gone");
        assertThat(search().usable()).isEmpty();
        assertThat(search().unusable()).singleElement().asString().startsWith(broken + " does not run: ");
    }

    @Test
    void countsOneCommandUnderTwoNamesOnce() throws IOException {
        command("one", "Docker version 28.2.2, build e6534b4", "");
        Files.createSymbolicLink(directory.resolve("two"), directory.resolve("one"));
        path += ":" + directory.resolve("two");
        assertThat(search().unusable()).hasSize(1);
    }

    @Test
    void saysThatThereIsNone() {
        CliSearch search = CliSearch.on(Map.of(), directory, Map.of());
        assertThat(search.usable()).isEqualTo(Optional.empty());
        assertThat(search.problem()).isEqualTo("there is no docker command on the PATH");
    }
}
