package org.ecsdelivery.agent.envfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.agent.envfile.Removal.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileOnDiskTest {
    private static final long BUILD = 7;

    @TempDir
    Path directory;

    private Path checkout;
    private Journal journal;
    private AllowedPlaces places;

    @BeforeEach
    void makeDirectories() throws IOException {
        directory = directory.toRealPath();
        checkout = Files.createDirectory(directory.resolve("checkout"));
        journal = new Journal(directory.resolve("system/env-files"));
        places = new AllowedPlaces(checkout, checkout);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes of Unix")
    void isReadableByTheAgentsUserOnly() throws IOException {
        FileOnDisk file = write("a/b/.env", "A=1\n");

        assertThat(permissions(file.file())).isEqualTo("rw-------");
        assertThat(permissions(checkout.resolve("a"))).isEqualTo("rwx------");
        assertThat(permissions(journal.directory())).isEqualTo("rwx------");
        assertThat(journal.entries())
                .allSatisfy(each -> assertThat(permissions(each)).isEqualTo("rw-------"));
    }

    @Test
    void holdsExactlyTheBytesAndNothingLiesBesideIt() throws IOException {
        FileOnDisk file = write(".env", "A=1\n");

        assertThat(file.file()).hasContent("A=1\n");
        assertThat(checkout).isDirectoryContaining(each -> each.equals(file.file()));
        assertThat(names(checkout)).containsExactly(".env");
    }

    @Test
    void isWrittenDownInTheJournalWithoutAnythingThatIsInIt() throws IOException {
        write(".env", "PASSWORD=canary\n");

        assertThat(journal.entries()).hasSize(1);
        assertThat(Files.readString(journal.entries().get(0)))
                .contains(checkout.resolve(".env").toString())
                .doesNotContain("canary", "PASSWORD");
    }

    @Test
    void goesWithTheDirectoriesThatWereMadeForIt() throws IOException {
        Removal removal = write("a/b/.env", "A=1\n").remove();

        assertThat(removal.outcome()).isEqualTo(Outcome.DELETED);
        assertThat(checkout).isEmptyDirectory();
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void leavesADirectoryThatAStepPutSomethingInto() throws IOException {
        FileOnDisk file = write("a/b/.env", "A=1\n");
        Files.writeString(checkout.resolve("a/kept"), "a step's");
        file.remove();

        assertThat(names(checkout.resolve("a"))).containsExactly("kept");
    }

    @Test
    void putsBackTheFileThatStoodThere() throws IOException {
        Path before = Files.writeString(checkout.resolve(".env"), "BEFORE=1\n");
        FileOnDisk file = write(".env", "A=1\n");
        assertThat(before).hasContent("A=1\n");
        assertThat(file.replaces()).isTrue();

        file.remove();

        assertThat(before).hasContent("BEFORE=1\n");
        assertThat(names(journal.directory())).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes of Unix")
    void putsItBackWithItsPermissions() throws IOException {
        Path before = Files.writeString(checkout.resolve(".env"), "BEFORE=1\n");
        Files.setPosixFilePermissions(before, PosixFilePermissions.fromString("rwxr-x---"));
        write(".env", "A=1\n").remove();

        assertThat(permissions(before)).isEqualTo("rwxr-x---");
    }

    @Test
    void goesAlsoWhenAStepAppendedToIt() throws IOException {
        FileOnDisk file = write(".env", "A=1\n");
        Files.writeString(file.file(), "A=1\nB=2\n");

        assertThat(file.remove()).isEqualTo(new Removal(file.file(), Outcome.DELETED, ""));
        assertThat(file.file()).doesNotExist();
    }

    @Test
    void goesAlsoWhenAStepWroteItAnew() throws IOException {
        FileOnDisk file = write(".env", "A=1\n");
        replace(file.file(), "A=1 edited\n");

        assertThat(file.remove()).isEqualTo(new Removal(file.file(), Outcome.DELETED, "a step had written it anew"));
        assertThat(file.file()).doesNotExist();
    }

    @Test
    void tellsWhenAStepTookItAway() throws IOException {
        FileOnDisk file = write(".env", "A=1\n");
        Files.delete(file.file());

        assertThat(file.remove().outcome()).isEqualTo(Outcome.GONE);
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void touchesNothingBehindALinkThatAStepPutInItsPlace() throws IOException {
        Path precious = Files.writeString(directory.resolve("precious"), "kept");
        FileOnDisk file = write(".env", "A=1\n");
        Files.delete(file.file());
        Files.createSymbolicLink(file.file(), precious);

        assertThat(file.remove().outcome()).isEqualTo(Outcome.LEFT_ALONE);
        assertThat(precious).hasContent("kept");
    }

    @Test
    void touchesNothingBehindALinkThatAStepPutInThePlaceOfItsDirectory() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path precious = Files.writeString(elsewhere.resolve(".env"), "kept");
        FileOnDisk file = write("a/.env", "A=1\n");
        Files.delete(file.file());
        Files.delete(checkout.resolve("a"));
        Files.createSymbolicLink(checkout.resolve("a"), elsewhere);

        assertThat(file.remove().outcome()).isEqualTo(Outcome.LEFT_ALONE);
        assertThat(precious).hasContent("kept");
    }

    @Test
    void findsItBehindALinkWhenAStepMovedItsDirectory() throws IOException {
        FileOnDisk file = write("a/.env", "A=1\n");
        Files.move(checkout.resolve("a"), checkout.resolve("moved"));
        Files.createSymbolicLink(checkout.resolve("a"), checkout.resolve("moved"));

        assertThat(file.remove().outcome()).isEqualTo(Outcome.DELETED);
        assertThat(checkout.resolve("moved/.env")).doesNotExist();
    }

    @Test
    void leavesNothingWhenItCannotBeWritten() throws IOException {
        Place place = places.find("a/.env");
        Files.createDirectory(checkout.resolve("a"));
        Files.createDirectory(checkout.resolve("a/.env"));

        assertThatThrownBy(() -> FileOnDisk.write(journal, BUILD, place, "A=1".getBytes(UTF_8)))
                .isInstanceOf(IOException.class);
        assertThat(names(checkout.resolve("a"))).containsExactly(".env");
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void isNotWrittenIntoADirectoryThatHasBecomeALink() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.createDirectory(checkout.resolve("a"));
        Place place = places.find("a/.env");
        Files.delete(checkout.resolve("a"));
        Files.createSymbolicLink(checkout.resolve("a"), outside);

        assertThatThrownBy(() -> FileOnDisk.write(journal, BUILD, place, "A=1".getBytes(UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it is a link now");
        assertThat(outside).isEmptyDirectory();
    }

    private FileOnDisk write(String path, String content) throws IOException {
        return FileOnDisk.write(journal, BUILD, places.find(path), content.getBytes(UTF_8));
    }

    /** Another file in its place, as many editors write one. */
    private void replace(Path file, String content) throws IOException {
        Path other = Files.writeString(file.resolveSibling("other"), content);
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(each -> String.valueOf(each.getFileName())).sorted().toList();
        }
    }
}
