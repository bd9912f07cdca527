package jetbrains.buildServer.serverSide;

import java.util.Collection;
import jetbrains.buildServer.requirements.Requirement;
import org.jetbrains.annotations.NotNull;

/** A build step as configured, with what the server derives from it. */
public interface SBuildRunnerDescriptor extends BuildRunnerDescriptor {
    @NotNull
    RunType getRunType();

    @NotNull
    Collection<Requirement> getRunTypeRequirements();

    @NotNull
    Collection<InvalidProperty> getInvalidProperties();
}
