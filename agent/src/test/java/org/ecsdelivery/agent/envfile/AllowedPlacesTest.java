package org.ecsdelivery.agent.envfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedPlacesTest {
    @TempDir
    Path directory;

    private Path checkout;
    private Path temporary;
    private AllowedPlaces places;

    @BeforeEach
    void makeDirectories() throws IOException {
        directory = directory.toRealPath();
        checkout = Files.createDirectory(directory.resolve("checkout"));
        temporary = Files.createDirectory(directory.resolve("temp"));
        places = new AllowedPlaces(checkout, temporary);
    }

    @Test
    void takesAPathFromTheCheckoutDirectory() {
        assertThat(places.find("conf/../.env").file()).isEqualTo(checkout.resolve(".env"));
    }

    @Test
    void takesAnAbsolutePathInTheBuildsTemporaryDirectory() {
        assertThat(places.find(temporary + "/a.env").file()).isEqualTo(temporary.resolve("a.env"));
    }

    @Test
    void listsTheDirectoriesThatAreMissingTheUppermostFirst() throws IOException {
        Files.createDirectory(checkout.resolve("a"));
        assertThat(places.find("a/b/c/.env").missing())
                .containsExactly(checkout.resolve("a/b"), checkout.resolve("a/b/c"));
    }

    @Test
    void followsALinkThatStaysInside() throws IOException {
        Files.createDirectory(checkout.resolve("real"));
        Files.createSymbolicLink(checkout.resolve("link"), checkout.resolve("real"));
        assertThat(places.find("link/.env").file()).isEqualTo(checkout.resolve("real/.env"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../.env", "a/../../.env", "/etc/app.env", "../checkout-2/.env", "/", ".", ".."})
    void refusesAPathThatLeadsOut(String path) {
        refused(path, "");
    }

    @Test
    void refusesALinkThatLeadsOut() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.createSymbolicLink(checkout.resolve("link"), outside);
        refused("link/.env", "outside of the checkout directory");
        refused("link/not/there/.env", "outside of the checkout directory");
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(checkout.resolve("link"), checkout.resolve("nowhere"));
        refused("link/.env", "cannot be used");
    }

    @Test
    void refusesLinksThatGoRoundInCircles() throws IOException {
        Files.createSymbolicLink(checkout.resolve("a"), checkout.resolve("b"));
        Files.createSymbolicLink(checkout.resolve("b"), checkout.resolve("a"));
        refused("a/.env", "cannot be used");
    }

    @Test
    void refusesToWriteThroughALinkInThePlaceOfTheFile() throws IOException {
        Path other = Files.writeString(checkout.resolve("precious"), "kept");
        Files.createSymbolicLink(checkout.resolve(".env"), other);
        refused(".env", "is a symbolic link to " + other);
    }

    @Test
    void refusesADirectoryInThePlaceOfTheFile() throws IOException {
        Files.createDirectory(checkout.resolve(".env"));
        refused(".env", "is a directory");
    }

    @Test
    void refusesAFileInThePlaceOfADirectory() throws IOException {
        Files.writeString(checkout.resolve("conf"), "a file");
        refused("conf/.env", "which is no directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {".git/config", ".git/hooks/post-checkout", "module/.git/config", ".GIT/config"})
    void refusesWhatBelongsToGit(String path) throws IOException {
        Files.createDirectories(checkout.resolve(".git/hooks"));
        refused(path, "belongs to git");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesAPipe() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", checkout.resolve(".env").toString())
                        .start()
                        .waitFor())
                .isZero();
        refused(".env", "is a device, a pipe or a socket");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesADeviceBehindALink() throws IOException {
        Files.createSymbolicLink(checkout.resolve("dev"), Path.of("/dev"));
        refused("dev/null", "outside of the checkout directory");
        refused("/dev/null", "outside of the checkout directory");
    }

    private void refused(String path, String why) {
        assertThatThrownBy(() -> places.find(path))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_PATH))
                .hasMessageContaining("File (envFile.path): '" + path + "'")
                .hasMessageContaining(why);
    }
}
