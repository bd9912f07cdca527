package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the libraries left out of the zip are missed: every class that is named must be packed, TeamCity's or optional. */
class PackedClassPathIT {
    private static final PackedPlugin PLUGIN = PackedPlugin.packed();

    @TempDir
    private static Path folder;

    private static List<MissingClass> missing;

    private final OptionalClasses optional = OptionalClasses.read();

    @BeforeAll
    static void look() {
        missing = PLUGIN.halves()
                .flatMap(half -> missing(half.jars().stream()).stream())
                .toList();
    }

    @Test
    void findsEveryClassThatOurOwnClassesName() {
        assertThat(missing).noneMatch(missing -> missing.from().startsWith("org.ecsdelivery."));
    }

    @Test
    void findsEveryClassThatALibraryNamesButThoseItCanDoWithout() {
        assertThat(missing)
                .as("pack the library, or say in optional-classes.txt why nobody misses it")
                .allMatch(optional::cover);
    }

    @Test
    void excusesNothingThatIsNotMissing() {
        assertThat(optional.rows())
                .as("rows of optional-classes.txt; delete those that excuse nothing")
                .allMatch(row -> missing.stream().anyMatch(row::covers));
    }

    @Test
    void noticesALibraryThatIsTakenAway() {
        assertThat(missing(
                        PLUGIN.agent().jars().stream().filter(jar -> !jar.name().startsWith("docker-java-api-"))))
                .anyMatch(missing -> missing.from().startsWith("org.ecsdelivery.docker."));
    }

    private static List<MissingClass> missing(Stream<PackedJar> jars) {
        return MissingClass.among(jars.map(PackedClassPathIT::write).toList()).stream()
                .filter(missing -> !missing.isTeamCitys())
                .toList();
    }

    private static Path write(PackedJar jar) {
        try {
            return Files.write(folder.resolve(jar.name()), jar.bytes());
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot write " + jar.name(), cause);
        }
    }
}
