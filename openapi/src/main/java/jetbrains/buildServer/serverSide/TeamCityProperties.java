package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** The internal properties of the server, which an administrator sets; here they are those of the process. */
public class TeamCityProperties {
    private TeamCityProperties() {}

    public static int getInteger(@NotNull String key, int defaultValue) {
        return Integer.getInteger(key, defaultValue);
    }

    @NotNull
    public static String getProperty(@NotNull String key, @NotNull String defaultValue) {
        return System.getProperty(key, defaultValue);
    }
}
