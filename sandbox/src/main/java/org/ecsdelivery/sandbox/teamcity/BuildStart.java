package org.ecsdelivery.sandbox.teamcity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.SRunningBuild;
import jetbrains.buildServer.serverSide.parameters.BuildParametersProvider;

/** What the server does before it sends a build to an agent: parameters, plugins' additions, compatibility. */
final class BuildStart {
    private final BuildSetup setup;
    private final LocalServer server;
    private final LocalAgent agent;
    private final RunningServerBuild build;
    private final List<ServerStep> steps = new ArrayList<>();

    BuildStart(BuildSetup setup, LocalServer server, LocalAgent agent, RunningServerBuild build) {
        this.setup = setup;
        this.server = server;
        this.agent = agent;
        this.build = build;
        for (BuildStep step : setup.configuration().steps()) {
            steps.add(new ServerStep(
                    step, BuildSteps.id(steps.size() + 1), server, setup.facts().parameters()));
        }
    }

    /** Lets the plugin add parameters. */
    void prepare() {
        for (BuildParametersProvider provider : server.extensions(BuildParametersProvider.class)) {
            setup.facts().parameters().setAll(provider.getParameters(build, false));
        }
        Context context = new Context(build, setup.facts().parameters(), List.copyOf(steps));
        new StartProcessors(server, setup.passwords()).run(context);
        maskPasswords();
    }

    /** Returns the steps as the agent gets them. */
    List<BuildStep> steps() {
        return steps.stream().map(ServerStep::asSentToAgent).toList();
    }

    /** Says why the agent cannot run the build; empty when it can. */
    List<String> incompatibilities() {
        List<String> reasons = new ArrayList<>();
        Map<String, String> offered = offered();
        Set<String> known = new HashSet<>(offered.keySet());
        for (BuildParametersProvider provider : server.extensions(BuildParametersProvider.class)) {
            known.addAll(provider.getParametersAvailableOnAgent(build));
        }
        for (BuildStep step : steps()) {
            String name = "Step '" + step.name() + "'";
            if (!server.knows(step.type())) {
                reasons.add(name + ": the server knows no run type " + step.type() + ".");
            } else if (!agent.canRun(step.type())) {
                reasons.add(name + ": the agent cannot run steps of type " + step.type() + ".");
            }
            missing(step.parameters().values(), offered, known)
                    .forEach(reference -> reasons.add(name + ": parameter %" + reference + "% has no value."));
            unmet(requirements(step), offered)
                    .forEach(requirement -> reasons.add(name + " requires: " + requirement + "."));
        }
        for (ConfiguredFeature feature : setup.configuration().features()) {
            String name = "Build feature " + feature.type();
            missing(feature.parameters().values(), offered, known)
                    .forEach(reference -> reasons.add(name + ": parameter %" + reference + "% has no value."));
            unmet(server.buildFeatures().requirements(feature), offered)
                    .forEach(requirement -> reasons.add(name + " requires: " + requirement + "."));
        }
        unmet(setup.configuration().requirements(), offered)
                .forEach(requirement -> reasons.add("The build configuration requires: " + requirement + "."));
        missing(setup.configuration().parameters().values(), offered, known)
                .forEach(reference -> reasons.add("Parameter %" + reference + "% has no value."));
        return List.copyOf(reasons);
    }

    private List<Requirement> requirements(BuildStep step) {
        return server.knows(step.type()) ? server.requirements(step.type(), step.parameters()) : List.of();
    }

    private static List<Requirement> unmet(List<Requirement> requirements, Map<String, String> offered) {
        return requirements.stream()
                .filter(requirement -> !requirement.match(offered, false))
                .toList();
    }

    private static Set<String> missing(Collection<String> texts, Map<String, String> offered, Set<String> known) {
        References references = new References(offered);
        Set<String> missing = new TreeSet<>();
        texts.forEach(text -> missing.addAll(references.missing(text)));
        missing.removeAll(known);
        return missing;
    }

    private Map<String, String> offered() {
        Map<String, String> offered = new TreeMap<>(agent.settings().offered());
        offered.putAll(setup.facts().parameters().all());
        return offered;
    }

    private void maskPasswords() {
        References references = new References(offered());
        for (String name : setup.configuration().passwordParameters()) {
            addPassword(references, setup.facts().parameters().all().getOrDefault(name, ""));
        }
        steps.forEach(step -> addSecure(references, step.getParameters()));
        setup.configuration().features().forEach(feature -> addSecure(references, feature.parameters()));
    }

    private void addSecure(References references, Map<String, String> parameters) {
        parameters.forEach((name, value) -> {
            if (name.startsWith("secure:")) {
                addPassword(references, value);
            }
        });
    }

    private void addPassword(References references, String value) {
        setup.passwords().addPassword(references.resolve(value).getResult());
    }

    private record Context(SRunningBuild build, BuildParameters parameters, List<ServerStep> steps)
            implements BuildStartContext {
        @Override
        public SRunningBuild getBuild() {
            return build;
        }

        @Override
        public Map<String, String> getSharedParameters() {
            return parameters.all();
        }

        @Override
        public void addSharedParameter(String key, String value) {
            parameters.set(key, value);
        }

        @Override
        public Collection<ServerStep> getRunnerContexts() {
            return steps;
        }
    }
}
