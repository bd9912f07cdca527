package org.ecsdelivery.server.health;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RevisionParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.TaskParameters;

/** Which rules look at which steps and features. */
final class RiskRules {
    private static final String ONE_FROM_ECS = "Keep it in Secrets Manager or Systems Manager and let ECS hand it"
            + " to the container: Secrets (deploy.secrets) of the deploy step, or the task definition.";

    private static final Map<String, List<RiskRule>> RULES = Map.of(
            RunTypeId.DEPLOY,
            List.of(
                    new MutableImage(),
                    new UndrainedFinish(),
                    new PersonalBuilds(),
                    new OverlongStep(DeployParameters.TIMEOUT),
                    new PlainSecrets(ONE_FROM_ECS, RevisionParameters.ENVIRONMENT)),
            RunTypeId.IMAGE,
            List.of(new PlainSecrets(
                    "A build argument stays readable in the image too: hand it over as one of the Build secrets, and replace"
                            + " it where it was issued.",
                    ImageParameters.BUILD_ARGUMENTS)),
            RunTypeId.TASK,
            List.of(
                    new OverlongStep(TaskParameters.TIMEOUT),
                    new PlainSecrets(ONE_FROM_ECS, TaskParameters.ENVIRONMENT)),
            EnvFileFeature.TYPE,
            List.of(new PlainSecrets(
                    "Make it a parameter of the type Password, env-file.NAME, or take it from Secrets Manager.",
                    EnvFileParameters.VALUES)));

    private RiskRules() {}

    static boolean lookAt(String type) {
        return RULES.containsKey(type);
    }

    static Stream<Risk> in(String type, Map<String, String> settings, Surroundings around) {
        return RULES.getOrDefault(type, List.of()).stream().flatMap(rule -> rule.in(settings, around));
    }
}
