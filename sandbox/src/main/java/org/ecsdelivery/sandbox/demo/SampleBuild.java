package org.ecsdelivery.sandbox.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.dsl.ImageStep;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildStep;

/** The build configuration of the sample application, as somebody would write it in the Java DSL. */
final class SampleBuild {
    private SampleBuild() {}

    static BuildConfiguration configuration(DemoWorld world, Path application, Breakage breakage) {
        Map<String, String> parameters = new HashMap<>(world.environment());
        parameters.put("aws.endpoint", world.endpoint());
        parameters.put("registry", world.registryHost());
        parameters.put("vcsroot.url", "https://git.example.com/shop/web.git");
        List<BuildStep> steps = List.of(BuildStep.from(image()), BuildStep.from(deploy(breakage)));
        return BuildConfiguration.of("Shop web", parameters, steps, application);
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
