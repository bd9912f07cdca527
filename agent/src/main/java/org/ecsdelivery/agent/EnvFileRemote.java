package org.ecsdelivery.agent;

import java.util.List;
import jetbrains.buildServer.agent.AgentRunningBuild;
import org.ecsdelivery.common.settings.EnvFileSettings;
import org.ecsdelivery.engine.envfile.EnvVariable;

/** The variables that lie outside of the build. */
@FunctionalInterface
interface EnvFileRemote {
    /**
     * Fetches them.
     *
     * @throws org.ecsdelivery.engine.failure.EngineException when one is not there or may not be read
     */
    List<EnvVariable> variables(AgentRunningBuild build, EnvFileSettings settings, StepLog log);
}
