package org.ecsdelivery.agent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import jetbrains.buildServer.agent.AgentBuildFeature;
import jetbrains.buildServer.agent.AgentLifeCycleAdapter;
import jetbrains.buildServer.agent.AgentLifeCycleListener;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildAgent;
import jetbrains.buildServer.agent.BuildAgentConfiguration;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildInterruptReason;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import jetbrains.buildServer.messages.Status;
import jetbrains.buildServer.util.EventDispatcher;
import org.ecsdelivery.agent.envfile.BuildEnvFiles;
import org.ecsdelivery.agent.envfile.Journal;
import org.ecsdelivery.agent.envfile.LeftBehind;
import org.ecsdelivery.agent.envfile.Removal;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * Makes the env files of builds that have the feature: after everything is checked out, before the first step. TeamCity goes on with a
 * build whose listener threw, so that nothing is thrown here: what is wrong stops the build.
 */
public final class EnvFileListener extends AgentLifeCycleAdapter {
    private final EventDispatcher<AgentLifeCycleListener> events;
    private final BuildEnvFiles registry;
    private final ArtifactsWatcher artifacts;
    private final EnvFileRemote remote;
    private final Journal journal;
    private final Map<Long, EnvFileBuild> builds = new ConcurrentHashMap<>();
    private final List<Removal> untold = new ArrayList<>();

    /** Makes the listener; {@link #register()} makes it listen. */
    public EnvFileListener(
            EventDispatcher<AgentLifeCycleListener> events,
            BuildAgentConfiguration agent,
            Wiring wiring,
            BuildEnvFiles registry,
            ArtifactsWatcher artifacts) {
        this(events, agent.getSystemDirectory().toPath(), new EnvFilesFromAws(wiring), registry, artifacts);
    }

    EnvFileListener(
            EventDispatcher<AgentLifeCycleListener> events,
            Path systemDirectory,
            EnvFileRemote remote,
            BuildEnvFiles registry,
            ArtifactsWatcher artifacts) {
        this.events = events;
        this.registry = registry;
        this.artifacts = artifacts;
        this.remote = remote;
        this.journal = new Journal(systemDirectory.resolve("ecs-delivery-env-files"));
    }

    /** Begins to listen. */
    public void register() {
        events.addListener(this);
    }

    /** Stops listening, so that nothing of an unloaded plugin stays behind. */
    public void unregister() {
        events.removeListener(this);
        agentShutdown();
    }

    @Override
    public void agentStarted(BuildAgent agent) {
        clear();
    }

    @Override
    public void buildStarted(AgentRunningBuild build) {
        clear();
        tellOfLeftBehind(build);
    }

    @Override
    public void preparationFinished(AgentRunningBuild build) {
        Collection<AgentBuildFeature> features = build.getBuildFeaturesOfType(EnvFileFeature.TYPE);
        if (!features.isEmpty()) {
            EnvFileBuild files = new EnvFileBuild(build, journal, registry, artifacts);
            builds.put(build.getBuildId(), files);
            inTheLog(
                    build, files.masking(), "prepare", log -> stopOn(files.prepare(features, remote, log), build, log));
        }
    }

    @Override
    public void beforeRunnerStart(BuildRunnerContext step) {
        AgentRunningBuild build = step.getBuild();
        Optional.ofNullable(builds.get(build.getBuildId()))
                .filter(files -> files.waitsFor(step.getName()))
                .ifPresent(files -> inTheLog(
                        build, files.masking(), step.getId(), log -> stopOn(files.beforeStep(step, log), build, log)));
    }

    @Override
    public void beforeBuildInterrupted(AgentRunningBuild build, BuildInterruptReason reason) {
        Optional.ofNullable(builds.get(build.getBuildId())).ifPresent(EnvFileBuild::cancel);
    }

    /** The files go before TeamCity collects the artifacts. */
    @Override
    public void beforeBuildFinish(AgentRunningBuild build, BuildFinishedStatus status) {
        Optional.ofNullable(builds.get(build.getBuildId())).ifPresent(files -> {
            inTheLog(build, files.masking(), "finish", log -> {
                files.finish(log).report(log);
                files.publish(log);
            });
        });
    }

    /** What is still there when the build is over, because it could not be deleted or nobody told of the end, is deleted now. */
    @Override
    public void buildFinished(AgentRunningBuild build, BuildFinishedStatus status) {
        Optional.ofNullable(builds.remove(build.getBuildId()))
                .filter(files -> !files.isOver())
                .ifPresent(files -> inTheLog(
                        build, files.masking(), "end", log -> files.finish(log).report(log)));
    }

    @Override
    public void agentShutdown() {
        builds.values().forEach(EnvFileBuild::abandon);
        builds.clear();
    }

    private void clear() {
        List<Removal> removals = new LeftBehind(journal, builds::containsKey).clear();
        synchronized (untold) {
            untold.addAll(removals);
        }
    }

    private void tellOfLeftBehind(AgentRunningBuild build) {
        List<Removal> removals;
        synchronized (untold) {
            removals = List.copyOf(untold);
            untold.clear();
        }
        if (!removals.isEmpty()) {
            inTheLog(build, new Masking(build.getPasswordReplacer()), "clear", log -> {
                log.line(
                        "An earlier build on this agent did not end in order and left env files behind.",
                        Status.WARNING);
                removals.forEach(each -> EnvFileBuild.tell(each, log));
            });
        }
    }

    private static void stopOn(EnvFileProblems problems, AgentRunningBuild build, StepLog log) {
        if (!problems.isEmpty()) {
            problems.report(log);
            build.stopBuild("the env files cannot be made");
        }
    }

    /** Works with a log; libraries look for their services by the thread's class loader, and would find TeamCity's. */
    private static void inTheLog(AgentRunningBuild build, Masking masking, String part, Consumer<StepLog> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EnvFileListener.class.getClassLoader());
        try (StepLog log = new StepLog(
                build.getBuildLogger(),
                EnvFileFeature.TYPE + "-" + part + "-of-build-" + build.getBuildId(),
                masking)) {
            log.begin();
            guarded(build, log, work);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void guarded(AgentRunningBuild build, StepLog log, Consumer<StepLog> work) {
        try {
            work.accept(log);
        } catch (Cancelled stopped) {
            log.line("No env file was made: " + stopped.getMessage() + ".", Status.WARNING);
        } catch (RuntimeException | LinkageError defect) {
            log.exception(defect);
            EnvFileProblems problems = new EnvFileProblems();
            problems.add(
                    FailureKind.INTERNAL,
                    "Internal error of ECS Delivery at env files: "
                            + defect.getClass().getName()
                            + ". This is a defect of the plugin: please report it with the stack trace from the build log.");
            stopOn(problems, build, log);
        }
    }
}
