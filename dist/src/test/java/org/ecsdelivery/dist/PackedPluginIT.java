package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.dist.ZipFiles.ZippedFile;
import org.junit.jupiter.api.Test;

/** The one zip: its layout, its size, and that packing it again gives the same zip. */
class PackedPluginIT {
    private static final long MEGABYTE = 1024 * 1024;

    private final PackedPlugin plugin = PackedPlugin.packed();

    @Test
    void laysOutTheServerHalfAsTeamCityLooksForIt() {
        assertThat(plugin.files().names())
                .contains("teamcity-plugin.xml", "dependencies.json")
                .allSatisfy(
                        name -> assertThat(name)
                                .matches(
                                        "teamcity-plugin\\.xml|dependencies\\.json|(server|agent|kotlin-dsl|licenses|sbom)/[^/]+"));
        assertThat(plugin.files().below("server/").names()).isNotEmpty().allMatch(name -> name.endsWith(".jar"));
    }

    @Test
    void laysOutTheAgentHalfAsTeamCityLooksForIt() {
        assertThat(plugin.agentFiles().names())
                .contains("teamcity-plugin.xml")
                .allMatch(name -> name.matches("teamcity-plugin\\.xml|lib/[^/]+\\.jar"));
    }

    @Test
    void holdsExactlyOneAgentZipNamedAsThePlugin() {
        assertThat(plugin.files().below("agent/").names()).containsExactly("agent/ecs-delivery.zip");
    }

    @Test
    void isSmallEnoughToBeHandedToEveryAgent() throws IOException {
        long size = Files.size(PackedPlugin.zip());
        String report = "The zip has %.1f MB, most of it: %s".formatted(size / (double) MEGABYTE, largestJars());
        System.out.println(report);
        assertThat(size).as(report).isLessThanOrEqualTo(40 * MEGABYTE);
    }

    @Test
    void datesEveryFileTheSameSoThatPackingAgainGivesTheSameZip() {
        Stream<ZippedFile> ours =
                plugin.jars().filter(PackedJar::isOurs).flatMap(jar -> ZipFiles.of(jar.bytes()).files().stream());
        assertThat(Stream.of(plugin.files().files().stream(), plugin.agentFiles().files().stream(), ours)
                        .flatMap(files -> files)
                        .map(ZippedFile::written)
                        .distinct())
                .hasSize(1);
    }

    private String largestJars() {
        return plugin.jars()
                .sorted(Comparator.comparing((PackedJar jar) -> jar.bytes().length)
                        .reversed())
                .limit(5)
                .map(jar -> "%s %.1f MB".formatted(jar.name(), jar.bytes().length / (double) MEGABYTE))
                .collect(Collectors.joining(", "));
    }
}
