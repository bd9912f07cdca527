package org.ecsdelivery.dsl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecsdelivery.dsl.AbsoluteId;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.api.Test;

/** Files that are as they shall be are not read; what is told of them is the same. */
class ComparisonTest {
    private static final String BUILD = "Shop/buildTypes/Shop_Build.xml";

    private final SettingsTree wanted = shop();
    private final SortedMap<String, byte[]> files = wanted.files();

    private static SettingsTree shop() {
        Project shop = Project.of("Shop");
        shop.buildType("Build");
        return Settings.of(shop).tree();
    }

    private Comparison compared() {
        return Comparison.of(wanted, files, new TreeSet<>(files.keySet()));
    }

    private String text() {
        return new String(files.get(BUILD), StandardCharsets.UTF_8);
    }

    private void put(String text) {
        files.put(BUILD, text.getBytes(StandardCharsets.UTF_8));
    }

    private void giveUuid(String uuid) {
        put(text().replace(" xsi:noNamespace", " uuid=\"" + uuid + "\" xsi:noNamespace"));
    }

    private static void assertReads(Comparison comparison, SortedMap<String, byte[]> files) {
        assertThat(comparison.there().entities())
                .isEqualTo(SettingsFiles.read(files).entities());
    }

    @Test
    void findsNothingToDoWhereTheServerGaveUuids() {
        giveUuid("u-1");

        assertThat(compared().todo().isNothing()).isTrue();
        assertThat(compared().planned().at(BUILD).flatMap(Entity::uuid)).contains("u-1");
        assertReads(compared(), files);
    }

    @Test
    void keepsAUuidThatIsWrittenWithAnEscape() {
        giveUuid("a&amp;b");

        assertThat(compared().todo().isNothing()).isTrue();
        assertThat(compared().merged().at(BUILD).flatMap(Entity::uuid)).contains("a&b");
        assertReads(compared(), files);
    }

    @Test
    void takesNoUuidFromAComment() {
        giveUuid("u-1");
        put(text().replace("<build-type", "<!-- was uuid=\"u-0\" -->\n<build-type"));

        assertThat(compared().todo().changed()).containsExactly(BUILD);
        assertThat(compared().merged().at(BUILD).flatMap(Entity::uuid)).contains("u-1");
        assertReads(compared(), files);
    }

    @Test
    void seesOneCharacterThatDiffersBehindTheUuid() {
        giveUuid("u-1");
        put(text().replace("<name>Build</name>", "<name>Built</name>"));

        assertThat(compared().todo().changed()).containsExactly(BUILD);
        assertReads(compared(), files);
    }

    @Test
    void givesAFileThatIsAsWantedTheUuidOfTheFirstOneOfItsId() {
        giveUuid("u-2");
        files.put(
                "Old/buildTypes/Shop_Build.xml",
                "<build-type uuid=\"u-1\"><name>Build</name></build-type>".getBytes(StandardCharsets.UTF_8));

        assertThat(compared().todo().changed()).containsExactly(BUILD);
        assertThat(compared().merged().at(BUILD).flatMap(Entity::uuid)).contains("u-1");
    }

    @Test
    void leavesAFileThatTwoEntitiesClaimToTheFirst() {
        Project twice = Project.of("Twice");
        twice.buildType(AbsoluteId.of("Same")).name("first");
        twice.buildType(AbsoluteId.of("Same")).name("second");
        SettingsTree both = Settings.of(twice).tree();
        SortedMap<String, byte[]> there = new TreeMap<>(both.files());

        assertThat(Comparison.of(both, there, new TreeSet<>()).todo().isNothing())
                .isTrue();
    }
}
