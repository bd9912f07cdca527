package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** A feature of a project, such as a connection. */
public interface SProjectFeatureDescriptor extends ParametersDescriptor {
    @NotNull
    String getProjectId();
}
