package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageParametersTest {
    private static final String HOST = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";

    @Test
    void needsNoMoreThanRepositoryAndTag() {
        ImageSettings settings = valid(Map.of("image.repository", "team/shop", "image.tags", "7"));

        assertThat(settings)
                .isEqualTo(new ImageSettings(
                        PushTargets.of(ImageReference.parse("team/shop")),
                        List.of(new ImageTag("7")),
                        java.util.Optional.empty(),
                        ".",
                        Map.of(),
                        java.util.Optional.empty(),
                        Map.of(),
                        true,
                        false,
                        false,
                        ImageBuilder.AUTO,
                        Map.of(),
                        BuildOptions.NONE,
                        true,
                        RepositoryPolicy.DEFAULT,
                        settings.scan(),
                        settings.access()));
    }

    @Test
    void readsEverySetting() {
        ImageSettings settings = valid(with(Map.of(
                "image.dockerfile", "docker/Dockerfile",
                "image.context", "app",
                "image.buildArgs", "B=1\nA=2",
                "image.target", "run",
                "image.labels", "z=1\na=2",
                "image.standardLabels", "false",
                "image.pull", "true",
                "image.noCache", "true",
                "image.secrets", "npm = .npmrc\nenv=/tmp/a=b.env",
                "image.createRepository", "false")));

        assertThat(settings.dockerfile()).contains("docker/Dockerfile");
        assertThat(settings.context()).isEqualTo("app");
        assertThat(settings.buildArguments().keySet()).containsExactly("B", "A");
        assertThat(settings.target()).contains("run");
        assertThat(settings.labels().keySet()).containsExactly("z", "a");
        assertThat(settings.standardLabels()).isFalse();
        assertThat(settings.pull()).isTrue();
        assertThat(settings.noCache()).isTrue();
        assertThat(settings.secrets()).containsExactly(Map.entry("npm", ".npmrc"), Map.entry("env", "/tmp/a=b.env"));
        assertThat(settings.createRepository()).isFalse();
    }

    @Test
    void takesTheRegionOfTheImageName() {
        assertThat(valid(with(Map.of())).access().region()).contains(new AwsRegion("eu-central-1"));
    }

    @Test
    void refusesARegionThatIsNotTheOneOfTheImageName() {
        assertThat(problems(with(Map.of("aws.region", "us-east-1"))))
                .containsExactly("Region (aws.region): 'us-east-1' is given, but the image name lies in eu-central-1."
                        + " Leave it empty to take the Region of the image name.");
    }

    @Test
    void acceptsTheSameRegionTwice() {
        assertThat(valid(with(Map.of("aws.region", "eu-central-1"))).access().region())
                .contains(new AwsRegion("eu-central-1"));
    }

    @Test
    void reportsAMissingRepositoryAndMissingTagsTogether() {
        assertThat(problems(Map.of()))
                .hasSize(2)
                .anyMatch(text -> text.startsWith("Repository (image.repository): nothing is given. Enter the ECR"))
                .anyMatch(text -> text.startsWith("Tags (image.tags): nothing is given. Enter one or more tags"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"team/shop:1", "team/shop@sha256:0123456789012345678901234567890123456789012345678901234567890123"})
    void sendsATagInTheRepositoryToItsOwnField(String repository) {
        assertThat(problems(Map.of("image.repository", repository, "image.tags", "1")))
                .singleElement()
                .asString()
                .contains("'" + repository + "' carries a tag or digest, which belongs into Tags (image.tags)");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "image.repository, Team/Shop",
        "image.repository, https://registry.example.com/x",
        "image.repository, 123456789012.dkr.ecr.eu-central-1.amazonaws.com",
        "image.tags, ','",
        "image.tags, feature/login",
        "image.buildArgs, NOVALUE",
        "image.labels, =x",
        "image.pull, yes",
        "aws.region, frankfurt",
        "aws.endpoint, 127.0.0.1",
        "aws.roleArn, deploy"
    })
    void namesTheOneParameterThatIsWrong(String name, String text) {
        Parsed<ImageSettings> parsed = ImageParameters.parse(with(Map.of(name, text)), References.RESOLVED);

        assertThat(parsed.invalidParameters())
                .extracting(invalid -> invalid.parameter().name())
                .containsExactly(name);
    }

    @Test
    void refusesAHostThatNamesNoRegion() {
        String host = "123456789012.dkr.ecr.nowhere.amazonaws.com";

        assertThat(problems(Map.of("image.repository", host + "/x1", "image.tags", "1")))
                .singleElement()
                .asString()
                .contains("'" + host + "' lies in 'nowhere', which is no Region");
    }

    @Test
    void waitsForTheBuildWhereTheDefaultTagRefersToIt() {
        Map<String, String> given = Map.of("image.repository", "team/shop", "image.tags", "%build.number%");

        assertThat(ImageParameters.parse(given, References.UNRESOLVED))
                .isEqualTo(new Parsed.Deferred<>(List.of("image.tags")));
    }

    @Test
    void reportsAReferenceThatNobodyResolvedAsABadTag() {
        Map<String, String> given = Map.of("image.repository", "team/shop", "image.tags", "%build.number%");

        assertThat(problems(given)).singleElement().asString().contains("'%build.number%' is not an image tag");
    }

    @ParameterizedTest
    @CsvSource({"AUTO", "ENGINE", "BUILDKIT"})
    void takesEachBuilder(ImageBuilder builder) {
        assertThat(valid(with(Map.of("image.builder", builder.name()))).builder())
                .isEqualTo(builder);
    }

    @Test
    void refusesBuildSecretsForABuilderThatTakesNone() {
        assertThat(problems(with(Map.of("image.builder", "ENGINE", "image.secrets", "a=b"))))
                .containsExactly(
                        "Build secrets (image.secrets): need BuildKit, and Builder (image.builder) is ENGINE. Choose AUTO"
                                + " or BUILDKIT there.");
    }

    @ParameterizedTest
    @CsvSource({"../a=x", "a/b=x", "'a,b=x'", ".a=x", "-a=x", "a b=x", "a=", "a=  "})
    void refusesASecretWithoutAnIdOrAPath(String line) {
        assertThat(problems(with(Map.of("image.secrets", line)))).hasSize(1);
    }

    @Test
    void answersAnyMapWithoutThrowing() {
        AnyText text = new AnyText(17);
        for (int round = 0; round < 3_000; round++) {
            Map<String, String> map = text.mapOf(ImageParameters.ALL);

            assertThat(ImageParameters.parse(map, References.RESOLVED)).isNotInstanceOf(Parsed.Deferred.class);
            assertThat(ImageParameters.parse(map, References.UNRESOLVED)).isNotNull();
        }
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of("image.repository", HOST + "/team/shop", "image.tags", "1"));
        all.putAll(more);
        return all;
    }

    private static ImageSettings valid(Map<String, String> given) {
        Parsed<ImageSettings> parsed = ImageParameters.parse(given, References.RESOLVED);
        assertThat(parsed.invalidParameters()).isEmpty();
        return ((Parsed.Valid<ImageSettings>) parsed).settings();
    }

    private static List<String> problems(Map<String, String> given) {
        return ImageParameters.parse(given, References.RESOLVED).invalidParameters().stream()
                .map(InvalidParameter::sentence)
                .toList();
    }
}
