package org.ecsdelivery.agent;

import java.util.List;
import jetbrains.buildServer.agent.AgentRunningBuild;
import org.ecsdelivery.common.settings.EnvFileSettings;
import org.ecsdelivery.engine.envfile.EnvSources;
import org.ecsdelivery.engine.envfile.EnvVariable;

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
        Masking masking = log.masking();
        try (Outside outside = wiring.door()
                .open(settings.access(), build.getSharedBuildParameters().getEnvironmentVariables(), event -> {})) {
            masking.follow(outside::secrets);
            log.line("Env file " + settings.target().path() + ": " + outside.description());
            List<EnvVariable> found =
                    EnvSources.gather(settings.sources(), outside.parameters(), outside.secretValues());
            masking.refresh();
            return found;
        }
    }
}
