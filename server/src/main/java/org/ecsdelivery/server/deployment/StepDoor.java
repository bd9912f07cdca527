package org.ecsdelivery.server.deployment;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildRunnerDescriptor;
import jetbrains.buildServer.serverSide.SBuildType;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.aws.call.BuildEnvironment;
import org.ecsdelivery.aws.call.CallLimits;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * Reaches ECS with the credentials of a step, as far as the server has them: what only the agent knows, its own environment, files and
 * role, is never replaced by the server's.
 */
public final class StepDoor implements EcsRecords.Door {
    private static final Pattern REGION = Pattern.compile("arn:[^:]+:ecs:([a-z0-9-]+):.*");

    private final InstantSource clock;

    /** Takes the time by which calls are signed; Spring makes it. */
    public StepDoor(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public EcsRecords open(SBuild build, JournalEntry deployment) {
        AwsAccess access = access(build, deployment);
        return new AwsEcsRecords(AwsSession.open(
                access.region().isPresent() ? access : access.inRegion(region(deployment)),
                BuildEnvironment.NONE,
                clock,
                CallLimits.usual().inBrief()));
    }

    private static AwsAccess access(SBuild build, JournalEntry deployment) {
        Map<String, String> given =
                build.getValueResolver().resolve(step(build, deployment).getParameters());
        ParameterReader reader = new ParameterReader(given, References.RESOLVED);
        AwsAccess access = AwsParameters.read(reader);
        if (access.keys().isEmpty()) {
            throw unknown(
                    deployment,
                    "the step takes them from the agent's environment, which the server does not have",
                    "Give the step access keys if the server shall look after its deployments.");
        }
        return access;
    }

    private static SBuildRunnerDescriptor step(SBuild build, JournalEntry deployment) {
        SBuildType configuration = build.getBuildType();
        return Optional.ofNullable(configuration).stream()
                .flatMap(each -> each.getBuildRunners().stream())
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
