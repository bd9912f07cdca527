package org.ecsdelivery.sandbox.teamcity;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a build does.
 *
 * @param parameters configuration parameters, environment variables ({@code env.}) and system properties ({@code system.})
 * @param checkoutDirectory where the sources are; nothing is checked out
 * @param passwordParameters names of parameters whose values are masked in the build log
 * @param artifactPaths rules such as {@code report/** => report.zip}, applied when the build ends
 * @param features build features, also several of one type
 */
public record BuildConfiguration(
        String name,
        Map<String, String> parameters,
        List<BuildStep> steps,
        Path checkoutDirectory,
        Set<String> passwordParameters,
        List<String> artifactPaths,
        List<ConfiguredFeature> features) {

    /** Keeps copies of the collections. */
    public BuildConfiguration {
        parameters = Map.copyOf(parameters);
        steps = List.copyOf(steps);
        checkoutDirectory = checkoutDirectory.toAbsolutePath().normalize();
        passwordParameters = Set.copyOf(passwordParameters);
        artifactPaths = List.copyOf(artifactPaths);
        features = List.copyOf(features);
    }

    /** Makes a configuration without password parameters, artifact paths and build features. */
    public static BuildConfiguration of(
            String name, Map<String, String> parameters, List<BuildStep> steps, Path checkoutDirectory) {
        return new BuildConfiguration(name, parameters, steps, checkoutDirectory, Set.of(), List.of(), List.of());
    }

    /** Returns this configuration with the named parameters typed as passwords. */
    public BuildConfiguration withPasswordParameters(Set<String> names) {
        return new BuildConfiguration(name, parameters, steps, checkoutDirectory, names, artifactPaths, features);
    }

    /** Returns this configuration with artifact paths. */
    public BuildConfiguration withArtifactPaths(List<String> paths) {
        return new BuildConfiguration(name, parameters, steps, checkoutDirectory, passwordParameters, paths, features);
    }

    /** Returns this configuration with build features. */
    public BuildConfiguration withFeatures(List<ConfiguredFeature> features) {
        return new BuildConfiguration(
                name, parameters, steps, checkoutDirectory, passwordParameters, artifactPaths, features);
    }

    /** Returns the external id: the name with everything but letters and digits left out. */
    public String id() {
        return "Sandbox_" + name.replaceAll("[^A-Za-z0-9]", "");
    }
}
