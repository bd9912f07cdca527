package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** A build feature as one build configuration uses it. */
public interface SBuildFeatureDescriptor extends ParametersDescriptor {
    @NotNull
    BuildFeature getBuildFeature();
}
