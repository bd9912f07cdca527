package org.ecsdelivery.dsl.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.dsl.imports.CompiledImport;
import org.ecsdelivery.dsl.imports.Import;
import org.ecsdelivery.dsl.imports.Imported;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree as teams have it, with the patch and the remarks that it gets. */
class GoldenTreeTest {
    private static final Path FILES = Path.of("src/test/resources/org/ecsdelivery/dsl/classic/tree");

    @TempDir
    Path checkout;

    private Path settings;
    private Proposal proposal;

    @BeforeEach
    void setUp() throws IOException {
        settings = checkout.resolve(".teamcity");
        try (Stream<Path> all = Files.walk(FILES.resolve("before"))) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path copy = settings.resolve(
                        FILES.resolve("before").relativize(each).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
        }
        proposal = Proposal.of(SettingsDirectory.at(settings).read());
    }

    @Test
    void getsThisPatch() {
        assertThat(FILES.resolve("typed-steps.patch")).hasContent(proposal.patch(".teamcity"));
    }

    @Test
    void getsTheseRemarks() {
        assertThat(FILES.resolve("remarks.txt"))
                .hasContent(proposal.remarks().stream().map(Remark::toString).collect(Collectors.joining("\n")));
    }

    @Test
    void becomesWhatIsProposedWhenGitAppliesThePatch() throws Exception {
        Path patch = Files.writeString(checkout.resolve("typed-steps.patch"), proposal.patch(".teamcity"));
        git("init", "--quiet");
        git("apply", patch.toString());

        Map<String, byte[]> applied = SettingsDirectory.at(settings).read().files();
        assertThat(applied.keySet()).isEqualTo(proposal.tree().files().keySet());
        proposal.tree()
                .files()
                .forEach((path, bytes) -> assertThat(applied.get(path)).as(path).isEqualTo(bytes));
    }

    private void git(String... words) throws Exception {
        ProcessBuilder git = new ProcessBuilder("git");
        git.command().addAll(java.util.List.of(words));
        Path said = checkout.resolve("said");
        int code = git.directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(said)).isZero();
    }

    @Test
    void becomesJavaThatWritesTheSame() throws Exception {
        SettingsTree tree = proposal.tree();
        Imported imported = Import.of(tree).to("com.acme.ci");

        assertThat(imported.kept()).containsOnlyKeys("Shop/buildTypes/Shop_Old.xml");
        assertThat(String.join("", imported.sources().values())).contains("ImageStep.of(", "DeployStep.of(");
        CompiledImport.settings(imported, checkout.resolve("java"))
                .tree()
                .files()
                .forEach((path, bytes) ->
                        assertThat(tree.files().get(path)).as(path).isEqualTo(bytes));
    }
}
