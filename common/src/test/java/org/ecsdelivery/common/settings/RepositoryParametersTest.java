package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryParametersTest {
    private static Parsed<ImageSettings> parsed(String... keysAndValues) {
        Map<String, String> given = new HashMap<>(
                Map.of("image.repository", "team/shop", "image.tags", "17", "aws.region", "eu-central-1"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return ImageParameters.parse(given, References.RESOLVED);
    }

    private static RepositoryPolicy policy(String... keysAndValues) {
        return ((Parsed.Valid<ImageSettings>) parsed(keysAndValues)).settings().newRepository();
    }

    private static void assertRefused(String parameter, String value, String said) {
        assertThat(parsed("image.tagMutability", "IMMUTABLE", parameter, value).invalidParameters())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains(parameter, said));
    }

    @Test
    void asksForNothingUnlessTold() {
        assertThat(policy()).isEqualTo(RepositoryPolicy.DEFAULT);
        assertThat(policy().isDefault()).isTrue();
    }

    @Test
    void readsEverySetting() {
        assertThat(policy(
                        "image.tagMutability", "IMMUTABLE",
                        "image.mutableTags", "latest, personal-*",
                        "image.repositoryKmsKey", "alias/images",
                        "image.scanOnPush", "true",
                        "image.repositoryTags", "team=shop\ncost=42",
                        "image.lifecycleRules",
                                "# short-lived first\nexpire personal-*  after 14 days\nexpire untagged after 1 day\n"
                                        + "keep 5 images of release-*\nkeep 30 images"))
                .isEqualTo(new RepositoryPolicy(
                        TagMutability.IMMUTABLE,
                        List.of("latest", "personal-*"),
                        Optional.of("alias/images"),
                        true,
                        Map.of("team", "shop", "cost", "42"),
                        List.of(
                                new LifecycleRule(Optional.of("personal-*"), Optional.empty(), Optional.of(14)),
                                new LifecycleRule(Optional.empty(), Optional.empty(), Optional.of(1)),
                                new LifecycleRule(Optional.of("release-*"), Optional.of(5), Optional.empty()),
                                new LifecycleRule(Optional.empty(), Optional.of(30), Optional.empty())),
                        Optional.empty()));
    }

    @Test
    void readsWhereTheLifecyclePolicyLies() {
        assertThat(policy("image.lifecyclePolicyFile", "ecr/lifecycle.json").lifecycleFile())
                .contains(LifecyclePolicyFile.at("ecr/lifecycle.json"));
        assertThat(policy("image.lifecyclePolicyFile", "ecr/lifecycle.json").isDefault())
                .isFalse();
    }

    @Test
    void refusesRulesBesideAFileOfRules() {
        assertThat(parsed("image.lifecycleRules", "keep 30 images", "image.lifecyclePolicyFile", "a.json")
                        .invalidParameters())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence())
                        .contains("image.lifecyclePolicyFile", "image.lifecycleRules", "Enter one of them"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"keep images", "keep 0 images", "expire after 7 days", "expire a,b after 7 days", "delete all"})
    void refusesALifecycleRuleThatIsNone(String rule) {
        assertRefused("image.lifecycleRules", rule, "'");
    }

    @Test
    void refusesARuleOfAllImagesBeforeAnother() {
        assertRefused("image.lifecycleRules", "keep 30 images\nexpire untagged after 7 days", "is the last rule");
        assertRefused("image.lifecycleRules", "keep 30 images\nkeep 20 images", "there is one");
    }

    @Test
    void refusesFiltersThatEcrDoesNotTake() {
        assertRefused("image.mutableTags", "a b c d e f", "6 are given");
        assertRefused("image.mutableTags", "feature/x", "'feature/x'");
    }

    @Test
    void refusesMovingTagsWhereEveryTagMoves() {
        assertThat(parsed("image.mutableTags", "latest").invalidParameters())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("IMMUTABLE", "image.tagMutability"));
    }

    @Test
    void leavesMovingTagsToTheBuildThatKnowsWhetherTheOthersMove() {
        assertThat(ImageParameters.parse(
                        Map.of(
                                "image.repository", "team/shop",
                                "image.tags", "17",
                                "image.tagMutability", "%mutability%",
                                "image.mutableTags", "latest"),
                        References.UNRESOLVED))
                .isInstanceOf(Parsed.Deferred.class);
    }
}
