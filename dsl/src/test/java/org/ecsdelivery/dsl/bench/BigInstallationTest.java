package org.ecsdelivery.dsl.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedMap;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.files.SettingsFiles;
import org.ecsdelivery.dsl.imports.CompiledImport;
import org.ecsdelivery.dsl.imports.Import;
import org.ecsdelivery.dsl.imports.Imported;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured is settings that a server would take, and an import that gives the same bytes. */
class BigInstallationTest {
    private final Settings settings = BigInstallation.of(100);

    @Test
    void itHasAsManyConfigurationsAsWereAskedForAndNothingIsWrongWithThem() {
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.tree().entities(Kind.BUILD_TYPE)).hasSize(100);
    }

    @Test
    void handsHaveChangedSomeFilesWhichAreWrittenAgainByTheJavaOrStayXml(@TempDir Path directory) throws Exception {
        SortedMap<String, byte[]> files = ServerFiles.grown(settings);
        SettingsTree read = SettingsFiles.read(files);

        Imported imported = Import.of(read).to("com.acme.ci");

        SettingsTree made = CompiledImport.settings(imported, directory).tree().withUuidsOf(read);
        assertThat(imported.kept()).hasSizeBetween(1, 3);
        assertThat(files).isNotEqualTo(ServerFiles.committed(settings).files());
        made.files().forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(files.get(path)));
        assertThat(made.files()).hasSize(files.size() - imported.kept().size());
    }
}
