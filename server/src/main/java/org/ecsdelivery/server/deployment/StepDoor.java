package org.ecsdelivery.server.deployment;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jetbrains.buildServer.ServiceLocator;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildRunnerDescriptor;
import jetbrains.buildServer.serverSide.SBuildType;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.aws.call.BuildEnvironment;
import org.ecsdelivery.aws.call.CallLimits;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.server.access.SavedAccess;
import org.ecsdelivery.server.node.NodePassage;

/**
 * Reaches ECS with the credentials of a step, as far as the server has them: what only the agent knows, its own environment, files and
 * role, is never replaced by the server's.
 */
public final class StepDoor implements EcsRecords.Door {
    private static final Pattern REGION = Pattern.compile("arn:[^:]+:ecs:([a-z0-9-]+):.*");

    private final InstantSource clock;
    private final SavedAccess saved;

    /** Takes the time by which calls are signed, and where connections are asked; Spring makes it. */
    public StepDoor(InstantSource clock, ServiceLocator services) {
        this.clock = clock;
        this.saved = new SavedAccess(services);
    }

    @Override
    public EcsRecords open(SBuild build, JournalEntry deployment) {
        SBuildType configuration = configuration(build, deployment);
        Map<String, String> given =
                build.getValueResolver().resolve(step(configuration, deployment).getParameters());
        return new AwsEcsRecords(AwsSession.open(
                saved.of(configuration, given, () -> region(deployment)),
                BuildEnvironment.NONE,
                clock,
                CallLimits.usual().inBrief(),
                new NodePassage()));
    }

    private static SBuildType configuration(SBuild build, JournalEntry deployment) {
        return Optional.ofNullable(build.getBuildType())
                .orElseThrow(() -> unknown(deployment, "the build configuration was deleted", ""));
    }

    private static SBuildRunnerDescriptor step(SBuildType configuration, JournalEntry deployment) {
        return configuration.getBuildRunners().stream()
                .filter(each -> each.getId().equals(deployment.step()) && RunTypeId.DEPLOY.equals(each.getType()))
                .findFirst()
                .orElseThrow(() -> unknown(deployment, "the step is not in the build configuration any more", ""));
    }

    private static EngineException unknown(JournalEntry deployment, String why, String remedy) {
        return new EngineException(
                FailureKind.CREDENTIALS,
                "The server does not know the AWS credentials of step " + deployment.step(),
                why,
                remedy);
    }

    /** Where nothing names the Region, the revision's ARN does. */
    private static AwsRegion region(JournalEntry deployment) {
        Matcher arn = REGION.matcher(deployment.report().text("taskDefinition"));
        if (!arn.matches()) {
            throw unknown(deployment, "nothing says in which Region its service is", "");
        }
        return new AwsRegion(arn.group(1));
    }
}
