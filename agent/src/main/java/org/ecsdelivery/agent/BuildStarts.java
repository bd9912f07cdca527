package org.ecsdelivery.agent;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jetbrains.buildServer.agent.AgentLifeCycleAdapter;
import jetbrains.buildServer.agent.AgentLifeCycleListener;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.util.EventDispatcher;

/** Remembers when the builds under way began, by this agent's clock, which is also that of its files. */
public final class BuildStarts extends AgentLifeCycleAdapter {
    private final EventDispatcher<AgentLifeCycleListener> events;
    private final InstantSource clock;
    private final Map<Long, Instant> starts = new ConcurrentHashMap<>();

    /** Makes the listener; {@link #register()} makes it listen. */
    public BuildStarts(EventDispatcher<AgentLifeCycleListener> events, Wiring wiring) {
        this.events = events;
        this.clock = wiring.clock();
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
    public void buildStarted(AgentRunningBuild build) {
        starts.put(build.getBuildId(), clock.instant());
    }

    @Override
    public void buildFinished(AgentRunningBuild build, BuildFinishedStatus status) {
        starts.remove(build.getBuildId());
    }

    /** Returns when the build began; long ago when that was before this plugin was there. */
    Instant of(AgentRunningBuild build) {
        return starts.getOrDefault(build.getBuildId(), Instant.EPOCH);
    }
}
