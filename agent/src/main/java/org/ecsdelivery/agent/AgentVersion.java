package org.ecsdelivery.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import jetbrains.buildServer.agent.AgentLifeCycleAdapter;
import jetbrains.buildServer.agent.AgentLifeCycleListener;
import jetbrains.buildServer.agent.BuildAgent;
import jetbrains.buildServer.util.EventDispatcher;
import org.ecsdelivery.common.settings.AgentParameter;

/** Shows the version of this half to the server, which lets only agents that show one run our steps. */
public final class AgentVersion extends AgentLifeCycleAdapter {
    private final EventDispatcher<AgentLifeCycleListener> events;

    /** Makes the listener; {@link #register()} makes it listen. */
    public AgentVersion(EventDispatcher<AgentLifeCycleListener> events) {
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
        agent.getConfiguration().addConfigurationParameter(AgentParameter.VERSION, version());
    }

    static String version() {
        Properties properties = new Properties();
        try (InputStream file = AgentVersion.class.getResourceAsStream("version.properties")) {
            properties.load(Objects.requireNonNull(file, "version.properties is missing beside AgentVersion.class"));
        } catch (IOException cause) {
            throw new UncheckedIOException("version.properties beside AgentVersion.class cannot be read", cause);
        }
        return properties.getProperty("version", "");
    }
}
