package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import jetbrains.buildServer.serverSide.RunType;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.ecsdelivery.dist.ZipFiles.ZippedFile;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server needs to make typed Kotlin steps is in the zip, for exactly the steps and features that the plugin has. */
class PackedKotlinDslIT {
    private final List<ZippedFile> packed =
            PackedPlugin.packed().files().below("kotlin-dsl/").files();

    @Test
    void describesWhatTheServerHalfOffers(@TempDir Path data) throws Exception {
        List<String> described = packed.stream().map(PackedKotlinDslIT::type).toList();

        try (LocalTeamCity teamCity = LocalTeamCity.load(PackedPlugin.zip(), data)) {
            Stream<String> steps = teamCity.server().runTypes().stream().map(RunType::getType);
            Stream<String> features = teamCity.server().buildFeatures().types().stream();
            assertThat(described)
                    .containsExactlyInAnyOrderElementsOf(Stream.of(steps, features, Stream.of(PolicyParameters.TYPE))
                            .flatMap(each -> each)
                            .toList());
        }
    }

    @Test
    void isWhatIsCommitted() {
        assertThat(packed)
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(file.content()).isEqualTo(Files.readAllBytes(Path.of("..", file.name()))));
    }

    private static String type(ZippedFile file) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(file.content()))
                    .getDocumentElement()
                    .getAttribute("type");
        } catch (Exception unreadable) {
            throw new AssertionError(file.name() + " is no XML", unreadable);
        }
    }
}
