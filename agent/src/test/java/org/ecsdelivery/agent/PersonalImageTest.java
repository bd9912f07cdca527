package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.agent.AgentRunningBuild;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.settings.CacheParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonalImageTest {
    private final AgentRunningBuild build = mock(AgentRunningBuild.class);

    @BeforeEach
    void prepare() {
        when(build.getBuildId()).thenReturn(4711L);
    }

    @Test
    void givesEveryTagANameThatNoOtherBuildUses() {
        assertThat(image(Optional.of("alice"), "1.4.2 latest").tags())
                .extracting(ImageTag::value)
                .containsExactly("personal-alice-4711-1.4.2", "personal-alice-4711-latest");
    }

    @Test
    void keepsATagWithinWhatRegistriesTake() {
        assertThat(image(Optional.of("a".repeat(300)), "x".repeat(128)).tags())
                .singleElement()
                .extracting(ImageTag::value)
                .asString()
                .startsWith("personal-" + "a".repeat(40) + "-4711-x")
                .hasSize(128);
    }

    @Test
    void tellsInLabelsWhoseBuildItIsAndThatUncommittedChangesWentIn() {
        when(build.isPersonalPatchAvailable()).thenReturn(true);

        assertThat(image(Optional.of("alice"), "1").labels())
                .containsEntry("org.ecsdelivery.personal", "true")
                .containsEntry("org.ecsdelivery.personal.user", "alice")
                .containsEntry("org.ecsdelivery.personal.patch", "true");
    }

    @Test
    void isNotTakenForAReleaseForALabelOfTheStep() {
        assertThat(image(Optional.empty(), "1").labels())
                .containsEntry("org.ecsdelivery.personal", "true")
                .containsEntry("org.ecsdelivery.personal.patch", "false")
                .containsEntry("team", "shop")
                .doesNotContainKey("org.ecsdelivery.personal.user");
    }

    @Test
    void leavesNoCacheToOthersButReadsTheirs() {
        BuildCache cache = image(Optional.empty(), "1").options().cache();
        assertThat(cache.from()).containsExactly(ImageReference.parse("team/shop:cache"));
        assertThat(cache.to()).isEmpty();
    }

    private ImageSettings image(Optional<String> user, String tags) {
        Map<String, String> given = Map.of(
                CacheParameters.FROM.name(),
                "team/shop:cache",
                CacheParameters.TO.name(),
                "team/shop:cache",
                ImageParameters.REPOSITORY.name(),
                "team/shop",
                ImageParameters.TAGS.name(),
                tags,
                ImageParameters.LABELS.name(),
                "team=shop\norg.ecsdelivery.personal=false");
        ImageSettings settings =
                ((Parsed.Valid<ImageSettings>) ImageParameters.parse(given, References.RESOLVED)).settings();
        return new PersonalImage(build, user).of(settings);
    }
}
