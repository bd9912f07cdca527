package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.ecsdelivery.dsl.files.SettingsFiles;
import org.ecsdelivery.dsl.imports.CompiledImport;
import org.ecsdelivery.dsl.imports.Import;
import org.ecsdelivery.dsl.imports.Imported;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of all shapes become Java that writes them again. */
class RandomImportTest {
    @TempDir
    Path directory;

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areWrittenAgainByTheJavaByteByByte(long seed) throws Exception {
        SchemaProfile profile = SchemaProfile.values()[(int) (seed % 2)];
        SettingsTree read = SettingsFiles.read(
                new RandomSettings(seed).settings().profile(profile).tree().files());

        Imported imported = Import.of(read).to("com.acme.ci");

        assertThat(imported.kept()).isEmpty();
        SettingsTree written = CompiledImport.settings(imported, directory).tree();
        assertThat(written.files()).containsOnlyKeys(read.files().keySet());
        read.files()
                .forEach((path, bytes) ->
                        assertThat(written.files().get(path)).as(path).isEqualTo(bytes));
    }
}
