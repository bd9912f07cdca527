package jetbrains.buildServer.agent.plugins.beans;

import java.io.File;
import org.jetbrains.annotations.NotNull;

/** The plugin itself, as the agent loaded it. */
public interface PluginDescriptor {
    @NotNull
    File getPluginRoot();
}
