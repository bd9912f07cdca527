package org.ecsdelivery.sandbox.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.dsl.AnyStep;
import org.ecsdelivery.dsl.CoverageStep;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.dsl.EnvFile;
import org.ecsdelivery.dsl.ImageStep;
import org.ecsdelivery.dsl.Step;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.ConfiguredFeature;

/** The build configuration of the sample application, as somebody would write it in the Java DSL. */
final class SampleBuild {
    private SampleBuild() {}

    static BuildConfiguration configuration(DemoWorld world, Path checkout, Breakage breakage) {
        Map<String, String> parameters = new HashMap<>(world.environment());
        parameters.put("aws.endpoint", world.endpoint());
        parameters.put("registry", world.registryHost());
        parameters.put("env-file.SHOP_NAME", "Shop web");
        parameters.put("vcsroot.url", "https://git.example.com/shop/web.git");
        List<BuildStep> steps = Stream.of(tests(), coverage(), image(), deploy(breakage))
                .map(BuildStep::from)
                .toList();
        return BuildConfiguration.of("Shop web", parameters, steps, checkout)
                .withFeatures(List.of(ConfiguredFeature.from(envFile())));
    }

    /** What the tests read; the voucher lies in AWS Secrets Manager. */
    private static EnvFile envFile() {
        return EnvFile.at(".env")
                .readBy(EnvFileDialect.BASH)
                .template(".env.template")
                .secretsManager("SHOP_VOUCHER", DemoWorld.SECRET + ":voucher")
                .require("SHOP_NAME")
                .endpoint("%aws.endpoint%");
    }

    /** TeamCity's own command line step; JaCoCo is a tool of the agent. */
    private static Step tests() {
        return AnyStep.of("simpleRunner")
                .name("Test")
                .set("use.custom.script", "true")
                .set("script.content", "sh ./run-tests \"%teamcity.tool.jacoco%\"");
    }

    private static CoverageStep coverage() {
        return CoverageStep.ofWhatIsFound().name("Publish coverage").atLeast(CoverageMetric.LINES, "80");
    }

    private static ImageStep image() {
        return ImageStep.of("%registry%/" + DemoWorld.REPOSITORY)
                .name("Build and push the image")
                .tags("%build.number%", "latest")
                .buildArgument("VERSION", "%build.number%")
                .endpoint("%aws.endpoint%");
    }

    private static DeployStep deploy(Breakage breakage) {
        return DeployStep.of(DemoWorld.CLUSTER, DemoWorld.SERVICE)
                .name("Deploy to ECS")
                .finishLevel(FinishLevel.STOPPED)
                .timeout(Duration.ofMinutes(breakage == Breakage.DRAIN ? 1 : 10))
                .endpoint("%aws.endpoint%");
    }
}
