package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.ScanBaseline.OfDigest;
import org.ecsdelivery.common.settings.ScanBaseline.OfService;
import org.ecsdelivery.common.settings.ScanBaseline.OfTag;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.common.value.ServiceName;
import org.junit.jupiter.api.Test;

class ScanParametersTest {
    private static Parsed<ImageSettings> parsed(String... keysAndValues) {
        Map<String, String> given = new HashMap<>(
                Map.of("image.repository", "team/shop", "image.tags", "17", "aws.region", "eu-central-1"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return ImageParameters.parse(given, References.RESOLVED);
    }

    private static ScanSettings scan(String... keysAndValues) {
        return ((Parsed.Valid<ImageSettings>) parsed(keysAndValues)).settings().scan();
    }

    private static void assertRefused(String parameter, String value, String... said) {
        assertThat(parsed(parameter, value).invalidParameters())
                .singleElement(type(InvalidParameter.class))
                .satisfies(
                        problem -> assertThat(problem.sentence()).contains(said).contains(parameter));
    }

    @Test
    void waitsForNoScanUnlessTold() {
        assertThat(scan())
                .isEqualTo(new ScanSettings(
                        ImageScan.OFF,
                        FindingSeverity.CRITICAL,
                        false,
                        List.of(),
                        Optional.empty(),
                        false,
                        Duration.ofMinutes(10)));
    }

    @Test
    void readsEverySetting() {
        assertThat(scan(
                        "image.scan", "gate",
                        "image.failOnSeverity", "HIGH",
                        "image.failOnlyFixable", "true",
                        "image.ignoredFindings", "\n# openssl\nCVE-2026-1  until 2026-12-31 because no TLS: here\n",
                        "image.scanBaseline", "prod/shop",
                        "image.unscannablePasses", "true",
                        "image.scanTimeoutMinutes", "3"))
                .isEqualTo(new ScanSettings(
                        ImageScan.GATE,
                        FindingSeverity.HIGH,
                        true,
                        List.of(new IgnoredFinding("CVE-2026-1", LocalDate.of(2026, 12, 31), "no TLS: here")),
                        Optional.of(new OfService(new ClusterName("prod"), new ServiceName("shop"))),
                        true,
                        Duration.ofMinutes(3)));
    }

    @Test
    void tellsADigestFromATag() {
        String digest = "sha256:" + "1".repeat(64);
        assertThat(scan("image.scanBaseline", digest).baseline()).contains(new OfDigest(new ImageDigest(digest)));
        assertThat(scan("image.scanBaseline", "live").baseline()).contains(new OfTag(new ImageTag("live")));
    }

    @Test
    void refusesAnIgnoredFindingWithoutADay() {
        assertRefused("image.ignoredFindings", "CVE-2026-1 because no TLS", "'CVE-2026-1 because no TLS'", "until");
        assertRefused("image.ignoredFindings", "CVE-2026-1 until 2026-12-31", "because");
        assertRefused("image.ignoredFindings", "CVE-2026-1 until 2026-02-30 because no TLS", "'2026-02-30' is no day");
    }

    @Test
    void refusesASeverityThatNothingHasBeenJudgedToHave() {
        assertRefused("image.failOnSeverity", "UNDEFINED", "'UNDEFINED'");
        assertRefused("image.failOnSeverity", "FATAL", "'FATAL'");
    }

    @Test
    void refusesABaselineThatIsNone() {
        assertRefused("image.scanBaseline", "sha256:12", "sha256:12");
        assertRefused("image.scanBaseline", "prod/shop/web", "shop/web");
    }

    @Test
    void leavesWhatABuildResolvesToTheBuild() {
        assertThat(ImageParameters.parse(
                        Map.of(
                                "image.repository",
                                "team/shop",
                                "image.tags",
                                "17",
                                "image.ignoredFindings",
                                "%ignored%"),
                        References.UNRESOLVED))
                .isInstanceOf(Parsed.Deferred.class);
    }

    @Test
    void endsAnEntryWithItsDay() {
        IgnoredFinding entry = IgnoredFinding.list("CVE-2026-1 until 2026-12-31 because no TLS")
                .get(0);
        assertThat(entry.isOverOn(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(entry.isOverOn(LocalDate.of(2027, 1, 1))).isTrue();
    }
}
