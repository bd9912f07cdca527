package jetbrains.buildServer.serverSide;

import java.io.File;
import org.jetbrains.annotations.NotNull;

/** Where the server keeps its files. */
public class ServerPaths {
    public static final String PLUGIN_DATA_DIRECTORY_NAME = "pluginData";
    public static final String ourSystemFolderName = "system";

    private final File dataDirectory;

    public ServerPaths(@NotNull File dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    @NotNull
    public File getDataDirectory() {
        return dataDirectory;
    }

    @NotNull
    public File getPluginDataDirectory() {
        return new File(new File(dataDirectory, ourSystemFolderName), PLUGIN_DATA_DIRECTORY_NAME);
    }
}
