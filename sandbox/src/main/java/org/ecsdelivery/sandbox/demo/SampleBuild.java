package org.ecsdelivery.sandbox.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildStep;

/** The build configuration of the sample application, as somebody would enter it on TeamCity's settings pages. */
final class SampleBuild {
    private SampleBuild() {}

    static BuildConfiguration configuration(DemoWorld world, Path application, Breakage breakage) {
        Map<String, String> parameters = new HashMap<>(world.environment());
        parameters.put("aws.endpoint", world.endpoint());
        parameters.put("registry", world.registryHost());
        parameters.put("vcsroot.url", "https://git.example.com/shop/web.git");
        return BuildConfiguration.of("Shop web", parameters, List.of(image(), deploy(breakage)), application);
    }

    private static BuildStep image() {
        return new BuildStep(
                "Build and push the image",
                RunTypeId.IMAGE,
                Map.of(
                        ImageParameters.REPOSITORY.name(), "%registry%/" + DemoWorld.REPOSITORY,
                        ImageParameters.TAGS.name(), "%build.number%\nlatest",
                        ImageParameters.BUILD_ARGUMENTS.name(), "VERSION=%build.number%",
                        AwsParameters.ENDPOINT.name(), "%aws.endpoint%"));
    }

    private static BuildStep deploy(Breakage breakage) {
        return new BuildStep(
                "Deploy to ECS",
                RunTypeId.DEPLOY,
                Map.of(
                        DeployParameters.CLUSTER.name(),
                        DemoWorld.CLUSTER,
                        DeployParameters.SERVICE.name(),
                        DemoWorld.SERVICE,
                        DeployParameters.FINISH_LEVEL.name(),
                        "STOPPED",
                        DeployParameters.TIMEOUT.name(),
                        breakage == Breakage.DRAIN ? "1" : "10",
                        AwsParameters.ENDPOINT.name(),
                        "%aws.endpoint%"));
    }
}
