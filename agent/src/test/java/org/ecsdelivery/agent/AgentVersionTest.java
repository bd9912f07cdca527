package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jetbrains.buildServer.agent.AgentLifeCycleListener;
import jetbrains.buildServer.agent.BuildAgent;
import jetbrains.buildServer.agent.BuildAgentConfiguration;
import jetbrains.buildServer.util.EventDispatcher;
import org.ecsdelivery.common.settings.AgentParameter;
import org.junit.jupiter.api.Test;

class AgentVersionTest {
    private final EventDispatcher<AgentLifeCycleListener> events = EventDispatcher.create(AgentLifeCycleListener.class);
    private final BuildAgent agent = mock(BuildAgent.class);
    private final BuildAgentConfiguration configuration = mock(BuildAgentConfiguration.class);

    @Test
    void showsTheVersionOnceTheAgentIsInitialized() {
        when(agent.getConfiguration()).thenReturn(configuration);
        new AgentVersion(events).register();

        events.getMulticaster().agentInitialized(agent);

        verify(configuration).addConfigurationParameter(AgentParameter.VERSION, AgentVersion.version());
    }

    @Test
    void leavesNothingBehindWhenThePluginIsUnloaded() {
        AgentVersion listener = new AgentVersion(events);
        listener.register();
        listener.unregister();

        assertThat(events.hasListeners()).isFalse();
    }

    @Test
    void isTheVersionOfTheBuildAndNotItsPlaceholder() {
        assertThat(AgentVersion.version()).matches("\\d+\\.\\d+\\.\\d+");
    }
}
