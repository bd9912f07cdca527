package org.ecsdelivery.agent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jetbrains.buildServer.agent.AgentBuildFeature;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerSettings;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.agent.envfile.AllowedPlaces;
import org.ecsdelivery.agent.envfile.CommittedEnvFiles;
import org.ecsdelivery.agent.envfile.Place;
import org.ecsdelivery.agent.git.GitCheckout;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.EnvFileSettings;
import org.ecsdelivery.engine.envfile.EnvTemplate;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.ecsdelivery.engine.failure.FailureKind;

/** Reads and checks the features of a build that make env files, all of them, before anything is written. */
final class EnvFilePlan {
    private static final int LARGEST_TEMPLATE = 8 << 20;

    private final AgentRunningBuild build;
    private final EnvFileSources sources;
    private final EnvFileRemote remote;
    private final StepLog log;
    private final EnvFileProblems problems = new EnvFileProblems();

    EnvFilePlan(AgentRunningBuild build, EnvFileRemote remote, StepLog log) {
        this.build = build;
        this.sources = new EnvFileSources(log.masking());
        this.remote = remote;
        this.log = log;
    }

    EnvFileProblems problems() {
        return problems;
    }

    /** Returns what can be written; what cannot is among the problems. */
    List<PlannedEnvFile> of(Collection<AgentBuildFeature> features, AllowedPlaces places, GitCheckout git) {
        features.forEach(feature -> StepSettings.mask(feature.getParameters(), log.masking()));
        Map<EnvFileSettings, Place> files = new LinkedHashMap<>();
        List<BuildRunnerSettings> steps = steps();
        for (EnvFileSettings settings : settings(features)) {
            problems.catching(settings.target().path(), () -> {
                checkStep(settings, steps);
                files.put(settings, places.find(settings.target().path()));
            });
        }
        guard(files, places, git, steps);
        List<PlannedEnvFile> planned = new ArrayList<>();
        files.forEach((settings, place) ->
                problems.catching(settings.target().path(), () -> planned.add(planned(settings, place))));
        Map<String, String> parameters = parameters(build);
        planned.forEach(each -> check(each, parameters));
        return planned;
    }

    /** Returns all parameters of the build by their full names. */
    static Map<String, String> parameters(AgentRunningBuild build) {
        Map<String, String> all = new LinkedHashMap<>(build.getSharedConfigParameters());
        all.putAll(build.getSharedBuildParameters().getAllParameters());
        return all;
    }

    private List<EnvFileSettings> settings(Collection<AgentBuildFeature> features) {
        List<EnvFileSettings> valid = new ArrayList<>();
        for (AgentBuildFeature feature : features) {
            Parsed<EnvFileSettings> parsed = EnvFileParameters.parse(feature.getParameters(), References.RESOLVED);
            if (parsed instanceof Parsed.Valid<EnvFileSettings> good) {
                valid.add(good.settings());
            } else {
                String named = feature.getParameters().getOrDefault(EnvFileParameters.PATH.name(), "");
                problems.add(
                        FailureKind.INVALID_PARAMETERS,
                        "Env file " + named + ": "
                                + parsed.invalidParameters().stream()
                                        .map(InvalidParameter::sentence)
                                        .collect(Collectors.joining(" ")));
            }
        }
        return valid;
    }

    /** A TeamCity that shows steps in another way than expected lets the rest go on: the step itself checks again. */
    private List<BuildRunnerSettings> steps() {
        try {
            return build.getBuildRunners();
        } catch (LinkageError other) {
            log.line("This TeamCity does not tell which steps the build has: " + other, Status.WARNING);
            return List.of();
        }
    }

    private void checkStep(EnvFileSettings settings, List<BuildRunnerSettings> steps) {
        Optional<String> wanted = settings.target().beforeStep();
        List<String> names = steps.stream()
                .filter(BuildRunnerSettings::isEnabled)
                .map(BuildRunnerSettings::getName)
                .toList();
        if (wanted.isPresent() && !steps.isEmpty() && !names.contains(wanted.get())) {
            problems.add(
                    FailureKind.INVALID_PARAMETERS,
                    "Env file " + settings.target().path() + ": " + EnvFileParameters.BEFORE_STEP.label() + " ("
                            + EnvFileParameters.BEFORE_STEP.name() + ") names the step '" + wanted.get()
                            + "', which the build has not. Its steps are: " + String.join(", ", names) + ".");
        }
    }

    private void guard(
            Map<EnvFileSettings, Place> files, AllowedPlaces places, GitCheckout git, List<BuildRunnerSettings> steps) {
        EnvFileGuards guards = new EnvFileGuards(
                CommittedEnvFiles.in(
                        places.checkout(),
                        git,
                        files.values().stream().map(Place::file).toList()),
                log);
        EnvFileGuards.checkDistinct(files, problems);
        guards.checkTracked(files, problems);
        guards.tellOfCommitted();
        new ImageContexts(build, steps, log).check(files, problems);
    }

    private PlannedEnvFile planned(EnvFileSettings settings, Place place) {
        Optional<EnvTemplate> template = settings.sources()
                .template()
                .map(path -> EnvTemplate.parse(
                        path,
                        new CheckoutFile(
                                        build.getCheckoutDirectory().toPath(),
                                        build.getCheckoutDirectory().toPath(),
                                        EnvFileParameters.TEMPLATE)
                                .bytes(path, LARGEST_TEMPLATE)));
        List<EnvVariable> fromAws = remote.variables(build, settings, log);
        return new PlannedEnvFile(settings, place, template, fromAws);
    }

    /** Makes the file in memory: what is missing, and what its reader could not read, is known before the first step. */
    private void check(PlannedEnvFile file, Map<String, String> parameters) {
        problems.catching(
                file.path(), () -> sources.requireNamed(file.settings().sources(), parameters));
        problems.catching(file.path(), () -> {
            List<EnvVariable> variables = file.merged(sources, parameters).variables();
            new EnvFileMasks(log.masking()).add(file.settings().target().dialect(), variables);
            file.bytes(variables);
        });
    }
}
