package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.engine.failure.EngineException;
import org.junit.jupiter.api.Test;

class PersonalBuildRuleTest {
    private final PersonalBuildRule personal = new PersonalBuildRule(true);
    private final PersonalBuildRule regular = new PersonalBuildRule(false);

    @Test
    void changesNothingInARegularBuild() {
        ImageSettings settings = settings("1.4.2");

        assertThat(regular.apply(settings)).isSameAs(settings);
        assertThatCode(regular::requireDeployable).doesNotThrowAnyException();
    }

    @Test
    void givesEveryTagOfAPersonalBuildItsOwnName() {
        assertThat(personal.apply(settings("1.4.2 latest")).tags())
                .extracting(ImageTag::value)
                .containsExactly("personal-1.4.2", "personal-latest");
    }

    @Test
    void keepsATagWithinWhatRegistriesTake() {
        assertThat(personal.apply(settings("x".repeat(128))).tags())
                .singleElement()
                .extracting(ImageTag::value)
                .asString()
                .startsWith("personal-x")
                .hasSize(128);
    }

    @Test
    void tellsHowToDeployInstead() {
        assertThatThrownBy(personal::requireDeployable)
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("A personal build deploys nothing")
                .hasMessageContaining("run the build without the personal option");
    }

    private static ImageSettings settings(String tags) {
        Map<String, String> given =
                Map.of(ImageParameters.REPOSITORY.name(), "team/shop", ImageParameters.TAGS.name(), tags);
        return ((Parsed.Valid<ImageSettings>) ImageParameters.parse(given, References.RESOLVED)).settings();
    }
}
