package org.ecsdelivery.agent.envfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.agent.envfile.Removal.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next build does about the files of an agent that died. */
class LeftBehindTest {
    @TempDir
    Path directory;

    private Path checkout;
    private Journal journal;
    private LeftBehind leftBehind;

    @BeforeEach
    void makeDirectories() throws IOException {
        directory = directory.toRealPath();
        checkout = Files.createDirectory(directory.resolve("checkout"));
        journal = new Journal(directory.resolve("env-files"));
        leftBehind = new LeftBehind(journal, build -> build == 8);
    }

    @Test
    void takesAwayWhatAnotherBuildLeft() throws IOException {
        Path file = write(7, ".env");

        assertThat(leftBehind.clear()).containsExactly(new Removal(file, Outcome.DELETED, ""));
        assertThat(checkout).isEmptyDirectory();
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void takesAwayADirectoryThatWasMadeForTheFirstOfSeveralFiles() throws IOException {
        for (int at = 0; at < 12; at++) {
            write(7, "new/" + at + ".env");
        }
        leftBehind.clear();

        assertThat(checkout).isEmptyDirectory();
    }

    @Test
    void keepsTheFilesOfABuildThatIsUnderWay() throws IOException {
        Path file = write(8, ".env");

        assertThat(leftBehind.clear()).isEmpty();
        assertThat(file).exists();
    }

    @Test
    void hasNothingToDoWhereNoFileEverWas() {
        assertThat(leftBehind.clear()).isEmpty();
    }

    @Test
    void putsBackWhatStoodThere() throws IOException {
        Files.writeString(checkout.resolve(".env"), "BEFORE=1\n");
        Path file = write(7, ".env");
        leftBehind.clear();

        assertThat(file).hasContent("BEFORE=1\n");
    }

    @Test
    void leavesAloneWhatTheNextCheckoutPutThere() throws IOException {
        Path file = write(7, ".env");
        // a file system often gives the new file the number of the old one
        Files.delete(file);
        Files.writeString(file, "COMMITTED=1\n");

        assertThat(leftBehind.clear()).extracting(Removal::outcome).containsExactly(Outcome.LEFT_ALONE);
        assertThat(file).hasContent("COMMITTED=1\n");
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void takesAwayAFileThatWasNeverComplete() throws IOException {
        Path temporary = Files.writeString(checkout.resolve(".half"), "PASSW");
        entry(temporary, Optional.of(FileIdentity.give(temporary)), Optional.empty());

        leftBehind.clear();

        assertThat(checkout).isEmptyDirectory();
    }

    @Test
    void leavesTheFileThatAnIncompleteOneWasToReplace() throws IOException {
        Path before = Files.writeString(checkout.resolve(".env"), "BEFORE=1\n");
        Path temporary = Files.writeString(checkout.resolve(".half"), "PASSW");
        Path aside = Files.writeString(directory.resolve("aside"), "BEFORE=1\n");
        entry(temporary, Optional.of(FileIdentity.give(temporary)), Optional.of(aside));

        leftBehind.clear();

        assertThat(before).hasContent("BEFORE=1\n");
        assertThat(aside).doesNotExist();
        assertThat(temporary).doesNotExist();
    }

    @Test
    void takesAwayAFileThatWasOnlyBegun() throws IOException {
        Path temporary = Files.writeString(checkout.resolve(".half"), "");
        entry(temporary, Optional.empty(), Optional.empty());

        leftBehind.clear();

        assertThat(checkout).isEmptyDirectory();
    }

    @Test
    void followsNoLinkThatSomebodyPutInThePlaceOfTheFile() throws IOException {
        Path precious = Files.writeString(directory.resolve("precious"), "kept");
        Path file = write(7, ".env");
        Files.delete(file);
        Files.createSymbolicLink(file, precious);

        leftBehind.clear();

        assertThat(precious).hasContent("kept");
    }

    @Test
    void forgetsAnEntryThatIsNoneOfOurs() throws IOException {
        Path foreign = journal.newEntry();
        Files.writeString(foreign, "file=../../etc/passwd\nbuild=7\n");

        assertThat(leftBehind.clear()).extracting(Removal::outcome).containsExactly(Outcome.LEFT_ALONE);
        assertThat(foreign).doesNotExist();
    }

    @Test
    void readsNoEntryThroughALink() throws IOException {
        Path file = write(7, ".env");
        Path entry = journal.entries().get(0);
        Path elsewhere = Files.move(entry, directory.resolve("elsewhere"));
        Files.createSymbolicLink(entry, elsewhere);

        leftBehind.clear();

        assertThat(file).exists();
        assertThat(journal.entries()).isEmpty();
    }

    private Path write(long build, String path) throws IOException {
        Place place = new AllowedPlaces(checkout, checkout).find(path);
        return FileOnDisk.write(journal, build, place, "A=1\n".getBytes(UTF_8)).file();
    }

    private void entry(Path temporary, Optional<String> identity, Optional<Path> aside) throws IOException {
        Journal.write(
                journal.newEntry(),
                new JournalEntry(7, checkout.resolve(".env"), temporary, identity, List.of(), aside));
    }
}
