package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose work is packed: the licences for people and for Marketplace, the SBOM for scanners. */
class PackedLicencesIT {
    private final PackedPlugin plugin = PackedPlugin.packed();
    private final List<ListedLibrary> listed =
            ListedLibrary.parse(plugin.files().content("dependencies.json"));
    private final Sbom sbom = Sbom.parse(plugin.files().content("sbom/ecs-delivery.cdx.json"));

    static Stream<PackedHalf> halves() {
        return PackedPlugin.packed().halves();
    }

    @Test
    void listEveryLibraryThatIsPackedAndNoOther() {
        assertThat(listed)
                .extracting(ListedLibrary::jar)
                .containsExactlyInAnyOrderElementsOf(
                        libraries().map(PackedJar::name).distinct().toList());
    }

    @Test
    void tellLicenceAndAddressOfEveryLibrary() {
        assertThat(listed).allSatisfy(library -> {
            assertThat(library.license()).isNotBlank();
            assertThat(library.licenseUrl()).startsWith("http");
            assertThat(library.url()).startsWith("http");
        });
    }

    @Test
    void bringTheTextOfOneLicenceOfEveryLibrary() {
        List<String> texts = plugin.files().below("licenses/").names();
        assertThat(listed)
                .allSatisfy(library -> assertThat(library.licenses())
                        .as(library.name())
                        .anyMatch(license -> texts.contains("licenses/" + license + ".txt")));
    }

    @Test
    void bringNoTextThatNoLibraryAsksFor() {
        assertThat(plugin.files().below("licenses/").names())
                .filteredOn(name -> !name.equals("licenses/THIRD-PARTY.txt"))
                .allMatch(name -> listed.stream()
                        .anyMatch(library -> library.licenses().contains(name.replaceAll("licenses/|\\.txt", ""))));
    }

    @Test
    void nameEveryLibraryInTheListForPeople() {
        String list = new String(plugin.files().content("licenses/THIRD-PARTY.txt"), StandardCharsets.UTF_8);
        assertThat(listed).allMatch(library -> list.contains(library.name() + ":" + library.version()));
    }

    @ParameterizedTest
    @MethodSource("halves")
    void packWhatTheDependencyGraphSaysAndNothingMore(PackedHalf half) {
        assertThat(half.jarNames()).containsExactlyInAnyOrderElementsOf(sbom.jarsOf(half.module()));
    }

    @Test
    void nameNothingInTheSbomThatIsNotPacked() {
        assertThat(sbom.components()
                        .map(component -> Sbom.jarName(component.path("purl").asText())))
                .containsExactlyInAnyOrderElementsOf(
                        plugin.jars().map(PackedJar::name).distinct().toList());
    }

    @Test
    void giveTheLicenceOfEveryComponentOfTheSbom() {
        assertThat(sbom.components())
                .allMatch(component -> !component.path("licenses").isEmpty());
    }

    @Test
    void giveTheHashOfEveryPackedJarInTheSbom() {
        assertThat(libraries())
                .allSatisfy(jar -> assertThat(StreamSupport.stream(
                                        sbom.component(jar.name())
                                                .path("hashes")
                                                .spliterator(),
                                        false)
                                .map(hash -> hash.path("content").asText()))
                        .as(jar.name())
                        .contains(sha256(jar.bytes())));
    }

    private Stream<PackedJar> libraries() {
        return plugin.jars().filter(jar -> !jar.isOurs());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException cause) {
            throw new AssertionError("Every JDK has SHA-256", cause);
        }
    }
}
