package org.ecsdelivery.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.agent.AgentBuildFeature;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.agent.envfile.AllowedPlaces;
import org.ecsdelivery.agent.envfile.BuildEnvFiles;
import org.ecsdelivery.agent.envfile.EnvFile;
import org.ecsdelivery.agent.envfile.FileOnDisk;
import org.ecsdelivery.agent.envfile.Journal;
import org.ecsdelivery.agent.envfile.Removal;
import org.ecsdelivery.agent.git.GitCheckout;
import org.ecsdelivery.engine.envfile.EnvMerge;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;

/** The env files of one build, from its preparation to its end. */
final class EnvFileBuild {
    private final AgentRunningBuild build;
    private final Journal journal;
    private final BuildEnvFiles registry;
    private final EnvFileChanges changes;
    private final Masking masking;
    private final Cancellation cancellation = new Cancellation();
    private final List<PlannedEnvFile> waiting = new ArrayList<>();
    private final List<FileOnDisk> written = new ArrayList<>();

    EnvFileBuild(AgentRunningBuild build, Journal journal, BuildEnvFiles registry, ArtifactsWatcher artifacts) {
        this.build = build;
        this.journal = journal;
        this.registry = registry;
        this.changes = new EnvFileChanges(build, artifacts);
        this.masking = new Masking(build.getPasswordReplacer());
    }

    Masking masking() {
        return masking;
    }

    /** Ends what waits for an answer. */
    void cancel() {
        cancellation.cancel("the build was stopped");
    }

    /** Checks all features, and writes the files that no step waits for; returns what keeps the build from going on. */
    synchronized EnvFileProblems prepare(Collection<AgentBuildFeature> features, EnvFileRemote remote, StepLog log) {
        EnvFilePlan plan = new EnvFilePlan(build, remote, log);
        List<PlannedEnvFile> planned = planned(plan, features);
        if (plan.problems().isEmpty()) {
            Map<String, String> parameters = EnvFilePlan.parameters(build);
            for (PlannedEnvFile each : planned) {
                if (each.settings().target().beforeStep().isPresent()) {
                    waiting.add(each);
                } else {
                    plan.problems().catching(each.path(), () -> write(each, parameters, log));
                }
            }
        }
        return plan.problems();
    }

    private List<PlannedEnvFile> planned(EnvFilePlan plan, Collection<AgentBuildFeature> features) {
        try {
            Path scratch = Files.createDirectories(
                    build.getBuildTempDirectory().toPath().resolve("ecs-delivery-env-files"));
            AllowedPlaces places = new AllowedPlaces(
                    build.getCheckoutDirectory().toPath(),
                    build.getBuildTempDirectory().toPath());
            return plan.of(
                    features,
                    places,
                    new GitCheckout(
                            places.checkout(),
                            scratch,
                            build.getSharedBuildParameters().getEnvironmentVariables(),
                            cancellation));
        } catch (IOException cause) {
            plan.problems()
                    .add(
                            FailureKind.ENV_FILE_UNWRITABLE,
                            "The build's directories cannot be used for env files: " + cause);
            return List.of();
        }
    }

    /** Writes the files that wait for this step, with the parameters as steps before left them. */
    synchronized EnvFileProblems beforeStep(BuildRunnerContext step, StepLog log) {
        EnvFileProblems problems = new EnvFileProblems();
        Map<String, String> parameters = new LinkedHashMap<>(step.getConfigParameters());
        parameters.putAll(step.getBuildParameters().getAllParameters());
        for (PlannedEnvFile each : List.copyOf(waiting)) {
            if (each.settings()
                    .target()
                    .beforeStep()
                    .filter(step.getName()::equals)
                    .isPresent()) {
                waiting.remove(each);
                problems.catching(each.path(), () -> write(each, parameters, log));
            }
        }
        return problems;
    }

    /** The place is looked for again: a step before, or another file of ours, may have made something there. */
    private void write(PlannedEnvFile planned, Map<String, String> parameters, StepLog log) {
        EnvMerge merge = planned.merged(new EnvFileSources(masking), parameters);
        List<String> shown =
                new EnvFileMasks(masking).add(planned.settings().target().dialect(), merge.variables());
        try {
            byte[] content = planned.bytes(merge.variables());
            AllowedPlaces places = new AllowedPlaces(
                    build.getCheckoutDirectory().toPath(),
                    build.getBuildTempDirectory().toPath());
            FileOnDisk file = FileOnDisk.write(journal, build.getBuildId(), places.find(planned.path()), content);
            // the last one goes first: it may lie in a directory that was made for another
            written.add(0, file);
            EnvFile made = new EnvFile(planned.settings(), file.file(), merge.variables());
            registry.add(build.getBuildId(), made);
            if (file.replaces()) {
                log.line(
                        "Env file " + planned.path()
                                + ": a file of that name was there. It is put back when the build ends.",
                        Status.WARNING);
            }
            new EnvFileLog(log)
                    .tell(
                            made,
                            merge,
                            shown,
                            changes.before(planned.path()),
                            changes.note(planned.path(), merge.variables()));
        } catch (IOException cause) {
            throw unwritable(planned, cause);
        }
    }

    private static EngineException unwritable(PlannedEnvFile planned, IOException cause) {
        return new EngineException(
                FailureKind.ENV_FILE_UNWRITABLE,
                planned.place().file() + " cannot be written",
                cause.toString(),
                "Check the permissions of that directory and the free space on the agent's disk.",
                cause);
    }

    /** Tells whether a file waits for a step of that name. */
    synchronized boolean waitsFor(String step) {
        return waiting.stream()
                .anyMatch(each -> each.settings()
                        .target()
                        .beforeStep()
                        .filter(step::equals)
                        .isPresent());
    }

    /** Deletes what is there, when there is nobody left to tell. */
    synchronized void abandon() {
        cancel();
        written.forEach(FileOnDisk::remove);
        written.clear();
    }

    /** Tells whether nothing is left to delete. */
    synchronized boolean isOver() {
        return written.isEmpty();
    }

    /** Deletes the files; what cannot be deleted is tried again by whoever asks next, and by the next build. */
    synchronized EnvFileProblems finish(StepLog log) {
        EnvFileProblems problems = new EnvFileProblems();
        waiting.forEach(
                each -> log.line("Env file " + each.path() + " was not written: the build did not come to the step "
                        + each.settings().target().beforeStep().orElse("") + "."));
        waiting.clear();
        registry.forget(build.getBuildId());
        for (FileOnDisk file : List.copyOf(written)) {
            Removal removal = file.remove();
            if (removal.outcome() == Removal.Outcome.FAILED) {
                problems.add(
                        FailureKind.ENV_FILE_LEFT,
                        "The env file " + removal.file() + " could not be deleted: " + removal.reason()
                                + ". The next build on this agent tries again; until then it lies there, readable by the"
                                + " agent's user.");
            } else {
                written.remove(file);
                tell(removal, log);
            }
        }
        return problems;
    }

    void publish(StepLog log) {
        changes.publish(log);
    }

    static void tell(Removal removal, StepLog log) {
        switch (removal.outcome()) {
            case DELETED ->
                log.line("The env file " + removal.file() + " is deleted"
                        + (removal.reason().isEmpty() ? "." : ": " + removal.reason() + "."));
            case GONE ->
                log.line(
                        "The env file " + removal.file() + " is gone already: " + removal.reason()
                                + ". Make sure that its values do not lie elsewhere now.",
                        Status.WARNING);
            case LEFT_ALONE, FAILED ->
                log.line(
                        "The env file " + removal.file() + " was not deleted: " + removal.reason() + ".",
                        Status.WARNING);
        }
    }
}
