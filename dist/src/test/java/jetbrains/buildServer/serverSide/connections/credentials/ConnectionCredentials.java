package jetbrains.buildServer.serverSide.connections.credentials;

import java.util.Map;

/** TeamCity's type of the name, as far as the plugin calls it. */
public interface ConnectionCredentials {
    /** Returns keys and Region. */
    Map<String, String> getProperties();
}
