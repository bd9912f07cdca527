package org.ecsdelivery.common.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTest {

    static Stream<Arguments> accepted() {
        return Stream.of(
                of(AwsRegion::new, "eu-central-1"),
                of(AwsRegion::new, "us-gov-west-1"),
                of(AwsRegion::new, "ap-southeast-12"),
                of(ClusterName::new, "shop_1-blue"),
                of(ClusterName::new, "x".repeat(255)),
                of(ServiceName::new, "Web-2"),
                of(ContainerName::new, "app"),
                of(RepositoryName::new, "ab"),
                of(RepositoryName::new, "team/sub_team/app-1.2"),
                of(RepositoryName::new, "a".repeat(256)),
                of(ImageTag::new, "_draft"),
                of(ImageTag::new, "1.0.0-rc.1"),
                of(ImageTag::new, "t".repeat(128)),
                of(ImageDigest::new, "sha256:" + "f".repeat(64)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("accepted")
    void printTheTextTheyAccept(Function<String, Object> type, String text) {
        assertThat(type.apply(text)).hasToString(text).isEqualTo(type.apply(text));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                of(AwsRegion::new, ""),
                of(AwsRegion::new, "frankfurt"),
                of(AwsRegion::new, "eu-central-1a"),
                of(AwsRegion::new, "EU-CENTRAL-1"),
                of(AwsRegion::new, "eu-central-1\n"),
                of(AwsRegion::new, "a-".repeat(50_000)),
                of(ClusterName::parse, "my cluster"),
                of(ClusterName::parse, "x".repeat(256)),
                of(ClusterName::parse, "arn:aws:ecs:eu-central-1:1:cluster/shop"),
                of(ServiceName::parse, "web/1"),
                of(ServiceName::parse, "arn:aws:ecs:eu-central-1:123456789012:cluster/shop"),
                of(ContainerName::new, "side.car"),
                of(RepositoryName::new, "a"),
                of(RepositoryName::new, "Team/app"),
                of(RepositoryName::new, "team/"),
                of(RepositoryName::new, "a".repeat(257)),
                of(RepositoryName::new, "a/".repeat(50_000)),
                of(ImageTag::new, ".hidden"),
                of(ImageTag::new, "t".repeat(129)),
                of(ImageTag::new, "feature/login"),
                of(ImageDigest::new, "sha512:" + "f".repeat(64)),
                of(ImageDigest::new, "sha256:" + "F".repeat(64)),
                of(ImageDigest::new, "sha256:" + "f".repeat(63)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void quoteTheTextTheyRefuse(Function<String, Object> type, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> type.apply(text))
                .withMessageStartingWith("'" + text + "' is not a");
    }

    @Test
    void areShortenedFromArns() {
        assertThat(ClusterName.parse("arn:aws:ecs:eu-central-1:123456789012:cluster/shop"))
                .isEqualTo(new ClusterName("shop"));
        assertThat(ServiceName.parse("arn:aws-cn:ecs:cn-north-1:123456789012:service/shop/web"))
                .isEqualTo(new ServiceName("web"));
    }

    @Test
    void areShortenedFromServiceArnsOfTheOldFormWithoutACluster() {
        assertThat(ServiceName.parse("arn:aws:ecs:eu-central-1:123456789012:service/web"))
                .isEqualTo(new ServiceName("web"));
    }

    @Test
    void ofDigestsAreShortenedToTwelveDigits() {
        assertThat(new ImageDigest("sha256:0123456789abcdef" + "0".repeat(48)).shortForm())
                .isEqualTo("0123456789ab");
    }

    @Test
    void ofSecretsAreThreeStarsButTheCallThatSendsThem() {
        Secret secret = Secret.of("hunter2");

        assertThat(secret).hasToString("***").isEqualTo(Secret.of("hunter2")).isNotEqualTo(Secret.of("hunter3"));
        assertThat(secret).hasSameHashCodeAs(Secret.of("hunter2"));
        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThatCode(() -> String.format("%s %s", secret, java.util.Optional.of(secret)))
                .doesNotThrowAnyException();
        assertThat(String.valueOf(java.util.Optional.of(secret))).doesNotContain("hunter2");
    }

    private static Arguments of(Function<String, Object> type, String text) {
        return Arguments.of(type, text);
    }
}
