package org.ecsdelivery.dsl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.ecsdelivery.dsl.AbsoluteId;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsDirectoryTest {
    private static final String PROJECT = "Shop/project-config.xml";
    private static final String BUILD = "Shop/buildTypes/Shop_Build.xml";

    @TempDir
    Path checkout;

    private Path directory;
    private SettingsDirectory settings;

    @BeforeEach
    void setUp() {
        directory = checkout.resolve(".teamcity");
        settings = SettingsDirectory.at(directory);
    }

    private static SettingsTree shop(String... builds) {
        Project shop = Project.of("Shop");
        List.of(builds).forEach(shop::buildType);
        return Settings.of(shop).tree();
    }

    private String text(String path) throws IOException {
        return Files.readString(directory.resolve(path));
    }

    private void put(String path, String text) throws IOException {
        Files.createDirectories(directory.resolve(path).getParent());
        Files.writeString(directory.resolve(path), text);
    }

    @Test
    void writesWhatIsNotThere() throws IOException {
        Written written = settings.write(shop("Build"));

        assertThat(written.created()).containsExactly(BUILD, PROJECT);
        assertThat(text(BUILD))
                .startsWith("<?xml")
                .contains("<name>Build</name>")
                .endsWith("</build-type>\n\n");
    }

    @Test
    void writesNothingTheSecondTime() throws IOException {
        settings.write(shop("Build"));
        FileTime longAgo = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(directory.resolve(BUILD), longAgo);

        assertThat(settings.write(shop("Build")).isNothing()).isTrue();
        assertThat(Files.getLastModifiedTime(directory.resolve(BUILD))).isEqualTo(longAgo);
    }

    @Test
    void keepsTheUuidThatTheServerGave() throws IOException {
        settings.write(shop("Build"));
        put(BUILD, text(BUILD).replace("<build-type xmlns", "<build-type uuid=\"u-1\" xmlns"));

        settings.write(shop("Build", "Other"));

        assertThat(text(BUILD)).contains("XMLSchema-instance\" uuid=\"u-1\" xsi:noNamespace");
        assertThat(text("Shop/buildTypes/Shop_Other.xml")).doesNotContain("uuid");
    }

    @Test
    void doesNotGiveTheUuidOfATemplateToABuildConfiguration() throws IOException {
        put(BUILD, "<template uuid=\"u-1\"><name>x</name></template>");

        settings.write(shop("Build"));

        assertThat(text(BUILD)).doesNotContain("u-1");
    }

    @Test
    void removesWhatItOnceWroteAndNoLongerNeeds() throws IOException {
        settings.write(shop("Build"));

        Written written = settings.write(shop());

        assertThat(written.removed()).containsExactly(BUILD);
        assertThat(directory.resolve("Shop/buildTypes")).doesNotExist();
        assertThat(directory.resolve(PROJECT)).exists();
    }

    @Test
    void leavesAloneWhatSomebodyElseWrote() throws IOException {
        put("Other/project-config.xml", "<project/>");
        put("pom.xml", "<project/>");
        settings.write(shop("Build"));

        Written written = settings.write(shop());

        assertThat(written.leftAlone()).containsExactly("Other/project-config.xml", "pom.xml");
        assertThat(text("Other/project-config.xml")).isEqualTo("<project/>");
    }

    @Test
    void keepsItsListBesideTheDirectoryThatTeamCityEmpties() throws IOException {
        settings.write(shop("Build"));

        assertThat(checkout.resolve(".teamcity.files"))
                .hasContent("# Generated. These files may be changed and removed by the next run, and no others.\n"
                        + BUILD + "\n" + PROJECT + "\n");
    }

    @Test
    void removesNothingThatAManipulatedListNamesElsewhere() throws IOException {
        Path precious = Files.writeString(checkout.resolve("precious.xml"), "<x/>");
        Files.writeString(
                checkout.resolve(".teamcity.files"), "../precious.xml\nShop/../../precious.xml\n/etc/x.xml\n");

        settings.write(shop());

        assertThat(precious).exists();
    }

    @Test
    void refusesToWriteWhereAUuidMightBeLost() throws IOException {
        put(BUILD, "<build-type uuid=\"u-1\"");
        put("Shop/vcsRoots/Shop_Main.xml", "no xml");

        assertThatThrownBy(() -> settings.write(shop("Build")))
                .isInstanceOf(UnreadableSettings.class)
                .hasMessageContaining("Shop/buildTypes/Shop_Build.xml:1: ")
                .hasMessageContaining("Shop/vcsRoots/Shop_Main.xml:1: ");
        assertThat(directory.resolve(PROJECT)).doesNotExist();
    }

    @Test
    void keepsTheUuidOfWhatMovesToAnotherProjectAndLeavesNoSecondOne() throws IOException {
        put("Old/buildTypes/Kept.xml", "<build-type uuid=\"u-1\"><name>Kept</name></build-type>");
        Project shop = Project.of("Shop");
        shop.buildType(AbsoluteId.of("Kept"));

        Written written = settings.write(Settings.of(shop).tree());

        assertThat(written.removed()).containsExactly("Old/buildTypes/Kept.xml");
        assertThat(text("Shop/buildTypes/Kept.xml")).contains(" uuid=\"u-1\" ");
    }

    @Test
    void comparesWithoutWriting() {
        assertThat(settings.compare(shop("Build")).created()).containsExactly(BUILD, PROJECT);
        assertThat(directory).doesNotExist();
    }

    @Test
    void readsEveryFileWithoutLoss() throws IOException {
        put(PROJECT, "<project><name>Shop</name><!-- mine --><unknown x='1'/></project>");
        put("Shop/buildTypes/Shop_T.xml", "<template><name>T</name></template>");
        put("Shop/vcsRoots/Shop_Main.xml", "<vcs-root type=\"x\"><name>Main</name></vcs-root>");
        put("Shop/pluginData/metaRunners/Shop_R.xml", "<meta-runner name=\"R\"/>");
        put("Shop/pluginData/mavenSettings/a.xml", "<settings>\n</settings>");
        put("Shop/buildTypes/Shop_Odd.xml", "<odd/>");

        SettingsTree tree = settings.read();

        assertThat(tree.entities())
                .extracting(each -> each.kind().noun() + " " + each.id() + " " + each.name())
                .containsExactly(
                        "template Shop_T T", "recipe Shop_R R", "project Shop Shop", "VCS root Shop_Main Main");
        assertThat(tree.others())
                .containsOnlyKeys("Shop/pluginData/mavenSettings/a.xml", "Shop/buildTypes/Shop_Odd.xml");
        tree.files()
                .forEach((path, bytes) -> assertThat(directory.resolve(path))
                        .hasBinaryContent(bytes)
                        .isNotEmptyFile());
        assertThat(tree.files()).hasSize(6);
    }

    @Test
    void changesNothingWhenItWritesWhatItRead() throws IOException {
        put(PROJECT, "<project><name>Shop</name><!-- mine --></project>");
        put("notes.txt", new String(new byte[] {0, 1, 2}, StandardCharsets.ISO_8859_1));

        assertThat(settings.write(settings.read()).isNothing()).isTrue();
    }
}
