package org.ecsdelivery.sandbox.teamcity.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.References;

/**
 * One build of a chain before it starts.
 *
 * @param upstream what came of the builds before it, by the id of their configuration
 */
record ChainStep(StoredConfiguration configuration, CustomRun run, Map<String, BuildResult> upstream) {
    private static final Set<String> SECRETS = Set.of("env.AWS_SECRET_ACCESS_KEY", "env.AWS_SESSION_TOKEN");

    BuildConfiguration toRun(boolean top) {
        BuildConfiguration stored = configuration.build(directory());
        Map<String, String> parameters = new HashMap<>(stored.parameters());
        configuration
                .awsConnections()
                .forEach(id -> parameters.putAll(run.connections().getOrDefault(id, Map.of())));
        parameters.putAll(handedDown());
        parameters.putAll(top ? run.own() : run.ofDependency(configuration.id()));
        Set<String> passwords = new HashSet<>(stored.passwordParameters());
        SECRETS.stream().filter(parameters::containsKey).forEach(passwords::add);
        return new BuildConfiguration(
                stored.id(),
                stored.name(),
                parameters,
                stored.steps(),
                stored.checkoutDirectory(),
                passwords,
                stored.artifactPaths(),
                stored.features(),
                stored.requirements());
    }

    private Path directory() {
        return configuration.checksOut() ? run.checkoutDirectory() : run.emptyDirectory();
    }

    /** A value is what it is, whatever percent signs are in it. */
    private Map<String, String> handedDown() {
        Map<String, String> handed = new HashMap<>();
        upstream.forEach((id, result) -> {
            result.parameters().forEach((name, value) -> {
                if (!name.startsWith("dep.")) {
                    handed.put("dep." + id + "." + name, value.replace("%", "%%"));
                }
            });
            // a build may give itself another number while it runs
            handed.put("dep." + id + ".build.number", result.number().replace("%", "%%"));
        });
        return handed;
    }

    BuildInputs inputs(int place) {
        BuildInputs first = run.inputs();
        return new BuildInputs(
                first.id() + place, number(), first.revision(), first.branch(), first.personal(), first.serverUrl());
    }

    private String number() {
        Map<String, String> known = new HashMap<>(configuration.parameters());
        known.putAll(handedDown());
        known.put("build.counter", run.inputs().number());
        return new References(known).resolve(configuration.numberPattern()).getResult();
    }
}
