package jetbrains.buildServer.web.openapi;

import java.io.File;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** The plugin itself, as the server loaded it; a Spring bean of the plugin's context. */
public interface PluginDescriptor {
    String PLUGIN_RESOURCES_PATH = "teamcityPluginResourcesPath";

    @NotNull
    String getPluginName();

    @NotNull
    String getPluginResourcesPath();

    @NotNull
    String getPluginResourcesPath(@NotNull String relativePath);

    @Nullable
    String getParameterValue(@NotNull String name);

    @Nullable
    String getPluginVersion();

    @NotNull
    File getPluginRoot();
}
