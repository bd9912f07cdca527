package org.ecsdelivery.sandbox.teamcity;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jetbrains.buildServer.requirements.Requirement;

/**
 * What a build does.
 *
 * @param id the external id
 * @param parameters configuration parameters, environment variables ({@code env.}) and system properties ({@code system.})
 * @param checkoutDirectory where the sources are; nothing is checked out
 * @param passwordParameters names of parameters whose values are masked in the build log
 * @param artifactPaths rules such as {@code report/** => report.zip}, applied when the build ends
 * @param features build features, also several of one type
 * @param requirements what an agent must have besides what steps and features require
 */
public record BuildConfiguration(
        String id,
        String name,
        Map<String, String> parameters,
        List<BuildStep> steps,
        Path checkoutDirectory,
        Set<String> passwordParameters,
        List<String> artifactPaths,
        List<ConfiguredFeature> features,
        List<Requirement> requirements) {

    /** Keeps copies of the collections. */
    public BuildConfiguration {
        parameters = Map.copyOf(parameters);
        steps = List.copyOf(steps);
        checkoutDirectory = checkoutDirectory.toAbsolutePath().normalize();
        passwordParameters = Set.copyOf(passwordParameters);
        artifactPaths = List.copyOf(artifactPaths);
        features = List.copyOf(features);
        requirements = List.copyOf(requirements);
    }

    /**
     * Makes a configuration without password parameters, artifact paths and build features; its id is the name with everything but
     * letters and digits left out.
     */
    public static BuildConfiguration of(
            String name, Map<String, String> parameters, List<BuildStep> steps, Path checkoutDirectory) {
        return new BuildConfiguration(
                "Sandbox_" + name.replaceAll("[^A-Za-z0-9]", ""),
                name,
                parameters,
                steps,
                checkoutDirectory,
                Set.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Returns this configuration under another id. */
    public BuildConfiguration withId(String newId) {
        return new BuildConfiguration(
                newId,
                name,
                parameters,
                steps,
                checkoutDirectory,
                passwordParameters,
                artifactPaths,
                features,
                requirements);
    }

    /** Returns this configuration with the named parameters typed as passwords. */
    public BuildConfiguration withPasswordParameters(Set<String> names) {
        return new BuildConfiguration(
                id, name, parameters, steps, checkoutDirectory, names, artifactPaths, features, requirements);
    }

    /** Returns this configuration with artifact paths. */
    public BuildConfiguration withArtifactPaths(List<String> paths) {
        return new BuildConfiguration(
                id, name, parameters, steps, checkoutDirectory, passwordParameters, paths, features, requirements);
    }

    /** Returns this configuration with build features. */
    public BuildConfiguration withFeatures(List<ConfiguredFeature> all) {
        return new BuildConfiguration(
                id, name, parameters, steps, checkoutDirectory, passwordParameters, artifactPaths, all, requirements);
    }

    /** Returns this configuration asking more of an agent. */
    public BuildConfiguration withRequirements(List<Requirement> all) {
        return new BuildConfiguration(
                id, name, parameters, steps, checkoutDirectory, passwordParameters, artifactPaths, features, all);
    }

    /** Returns this configuration with other steps. */
    public BuildConfiguration withSteps(List<BuildStep> all) {
        return new BuildConfiguration(
                id,
                name,
                parameters,
                all,
                checkoutDirectory,
                passwordParameters,
                artifactPaths,
                features,
                requirements);
    }

    /** Returns this configuration with parameters added, which win over its own. */
    public BuildConfiguration withMoreParameters(Map<String, String> more) {
        Map<String, String> merged = new HashMap<>(parameters);
        merged.putAll(more);
        return new BuildConfiguration(
                id, name, merged, steps, checkoutDirectory, passwordParameters, artifactPaths, features, requirements);
    }
}
