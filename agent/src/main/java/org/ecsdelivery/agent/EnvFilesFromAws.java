package org.ecsdelivery.agent;

import java.util.List;
import jetbrains.buildServer.agent.AgentRunningBuild;
import org.ecsdelivery.common.settings.EnvFileSettings;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** What lies in AWS, fetched as the feature's AWS settings say. */
final class EnvFilesFromAws implements EnvFileRemote {
    private final Wiring wiring;

    EnvFilesFromAws(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public List<EnvVariable> variables(AgentRunningBuild build, EnvFileSettings settings, StepLog log) {
        if (settings.sources().ssm().isEmpty() && settings.sources().secrets().isEmpty()) {
            return List.of();
        }
        try (Outside outside = wiring.door()
                .open(settings.access(), build.getSharedBuildParameters().getEnvironmentVariables(), event -> {})) {
            throw new EngineException(
                    FailureKind.INVALID_PARAMETERS,
                    "Values from AWS Systems Manager and AWS Secrets Manager cannot be read by this version of the agent half",
                    outside.description(),
                    "Take them from build parameters.");
        }
    }
}
