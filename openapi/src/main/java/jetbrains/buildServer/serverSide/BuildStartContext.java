package jetbrains.buildServer.serverSide;

import java.util.Collection;
import java.util.Map;
import org.jetbrains.annotations.NotNull;

/** A build about to be sent to an agent. */
public interface BuildStartContext {
    @NotNull
    SRunningBuild getBuild();

    @NotNull
    Map<String, String> getSharedParameters();

    void addSharedParameter(@NotNull String key, @NotNull String value);

    @NotNull
    Collection<? extends SRunnerContext> getRunnerContexts();
}
