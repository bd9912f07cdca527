package org.ecsdelivery.agent.tools;

import java.time.Duration;
import java.util.Map;
import jetbrains.buildServer.agent.AgentLifeCycleAdapter;
import jetbrains.buildServer.agent.AgentLifeCycleListener;
import jetbrains.buildServer.agent.BuildAgent;
import jetbrains.buildServer.agent.BuildAgentConfiguration;
import jetbrains.buildServer.util.EventDispatcher;
import org.ecsdelivery.common.settings.AgentParameter;

/** Shows the versions of the tools on the agent's machine to the server, so that a build can require them. */
public final class AgentTools extends AgentLifeCycleAdapter {
    // an agent that waits longer for a broken tool would rather have started
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final EventDispatcher<AgentLifeCycleListener> events;

    /** Makes the listener; {@link #register()} makes it listen. */
    public AgentTools(EventDispatcher<AgentLifeCycleListener> events) {
        this.events = events;
    }

    /** Begins to listen. */
    public void register() {
        events.addListener(this);
    }

    /** Stops listening, so that nothing of an unloaded plugin stays behind. */
    public void unregister() {
        events.removeListener(this);
    }

    @Override
    public void agentInitialized(BuildAgent agent) {
        BuildAgentConfiguration configuration = agent.getConfiguration();
        Map<String, String> environment = configuration.getBuildParameters().getEnvironmentVariables();
        new ToolVersions(environment, LIMIT)
                .found()
                .forEach((tool, version) -> configuration.addConfigurationParameter(tool.parameter(), version));
        AgentImage.version(environment)
                .ifPresent(version -> configuration.addConfigurationParameter(AgentParameter.AGENT_IMAGE, version));
    }
}
