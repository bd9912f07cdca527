package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.stream.LongStream;
import org.ecsdelivery.dsl.files.SettingsFiles;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes settings that nobody thought of, in both forms, and reads them again. */
class RandomSettingsTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areReadAsTheyWereWritten(long seed) {
        for (SchemaProfile profile : SchemaProfile.values()) {
            SortedMap<String, byte[]> written =
                    new RandomSettings(seed).settings().profile(profile).tree().files();

            SettingsTree read = SettingsFiles.read(written);

            assertThat(read.files()).containsOnlyKeys(written.keySet());
            read.files().forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(written.get(path)));
            assertThat(read.entities())
                    .extracting(Entity::document)
                    .allMatch(document -> document.isAsTeamCityWritesIt());
            assertThat(read.others()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sayTheSameAfterReading(long seed) {
        SettingsTree written = new RandomSettings(seed).settings().tree();
        SettingsTree read = SettingsFiles.read(written.files());

        for (Entity entity : written.entities()) {
            assertThat(read.at(entity.path())).get().satisfies(again -> {
                assertThat(again.kind()).isEqualTo(entity.kind());
                assertThat(again.root()).isEqualTo(entity.root());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areTheSameEachTime(long seed) {
        SortedMap<String, byte[]> once =
                new RandomSettings(seed).settings().tree().files();
        SortedMap<String, byte[]> again =
                new RandomSettings(seed).settings().tree().files();

        assertThat(again).containsOnlyKeys(once.keySet());
        again.forEach((path, bytes) -> assertThat(bytes).isEqualTo(once.get(path)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areCheckedWithoutFail(long seed) {
        Settings settings = new RandomSettings(seed).settings();

        assertThat(settings.problems()).allSatisfy(problem -> {
            assertThat(problem.origin().isKnown()).isTrue();
            assertThat(problem.toString()).isNotBlank();
        });
    }
}
