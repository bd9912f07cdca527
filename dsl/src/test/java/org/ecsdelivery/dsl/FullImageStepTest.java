package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.common.settings.ImageScan;
import org.ecsdelivery.common.settings.TagMutability;
import org.junit.jupiter.api.Test;

/** What an image step with everything set writes. */
class FullImageStepTest {
    @Test
    void theImageStepWritesEachValueUnderItsOwnName() {
        assertThat(step().parameters())
                .containsExactly(
                        entry("image.repository", "%registry%/team/shop, %other.registry%/team/shop"),
                        entry("image.tags", "%build.number%\nlatest"),
                        entry("image.dockerfile", "docker/Dockerfile"),
                        entry("image.context", "app"),
                        entry("image.buildArgs", "VERSION=%build.number%\nFLAGS=-a=b"),
                        entry("image.target", "runtime"),
                        entry("image.labels", "team=shop"),
                        entry("image.standardLabels", "false"),
                        entry("image.pull", "true"),
                        entry("image.noCache", "%clean%"),
                        entry("image.builder", "BUILDKIT"),
                        entry("image.createRepository", "false"),
                        entry(
                                "image.registries",
                                "210987654321 role=arn:aws:iam::210987654321:role/push externalId=shop\n"
                                        + "cache.example.com region=eu-west-1"),
                        entry("image.registryHost", "ghcr.io"),
                        entry("image.registryUser", "bot"),
                        entry("secure:image.registryPassword", "%registry.password%"),
                        entry("image.tagMutability", "IMMUTABLE"),
                        entry("image.mutableTags", "latest\npersonal-*"),
                        entry("image.repositoryKmsKey", "alias/images"),
                        entry("image.scanOnPush", "true"),
                        entry("image.repositoryTags", "team=shop"),
                        entry("image.lifecycleRules", "expire untagged after 7 days\nkeep 30 images"),
                        entry("image.scan", "GATE"),
                        entry("image.failOnSeverity", "HIGH"),
                        entry("image.failOnlyFixable", "true"),
                        entry(
                                "image.ignoredFindings",
                                "CVE-2026-1 until 2026-12-31 because not reachable\nCVE-2026-2 until 2027-01-31 because %why%"),
                        entry("image.scanBaseline", "prod/shop"),
                        entry("image.unscannablePasses", "true"),
                        entry("image.scanTimeoutMinutes", "15"),
                        entry("aws.region", "eu-central-1"),
                        entry("aws.profile", "ci"));
    }

    @Test
    void theImageStepTakesALifecyclePolicyFromAFileInPlaceOfRules() {
        assertThat(ImageStep.of("team/shop")
                        .lifecyclePolicyFile("ecr/lifecycle.json")
                        .parameters())
                .containsEntry("image.lifecyclePolicyFile", "ecr/lifecycle.json");
    }

    /** Returns an image step with everything set. */
    static ImageStep step() {
        return ImageStep.of("%registry%/team/shop")
                .createRepository(false)
                .scanTimeout(Duration.ofMinutes(15))
                .tagMutability(TagMutability.IMMUTABLE)
                .mutableTag("latest")
                .mutableTag("personal-*")
                .repositoryKmsKey("alias/images")
                .scanOnPush(true)
                .repositoryTag("team", "shop")
                .lifecycleRule("expire untagged after 7 days")
                .lifecycleRule("keep 30 images")
                .scanBaseline("prod/shop")
                .unscannablePasses(true)
                .ignoredFinding("CVE-2026-1", "2026-12-31", "not reachable")
                .ignoredFinding("CVE-2026-2", "2027-01-31", "%why%")
                .failOnlyFixable(true)
                .failOnSeverity(FindingSeverity.HIGH)
                .scan(ImageScan.GATE)
                .alsoTo("%other.registry%/team/shop")
                .registry("210987654321", "role=arn:aws:iam::210987654321:role/push", "externalId=shop")
                .registry("cache.example.com", "region=eu-west-1")
                .registryLogin("ghcr.io", "bot", "%registry.password%")
                .profile("ci")
                .region("eu-central-1")
                .noCache("%clean%")
                .builder("BUILDKIT")
                .pull(true)
                .standardLabels(false)
                .label("team", "shop")
                .target("runtime")
                .buildArgument("VERSION", "%build.number%")
                .buildArgument("FLAGS", "-a=b")
                .context("app")
                .dockerfile("docker/Dockerfile")
                .tags("%build.number%", "latest");
    }
}
