package jetbrains.buildServer.serverSide.connections.credentials;

import java.util.Map;
import jetbrains.buildServer.serverSide.SProject;

/** TeamCity's type of the name, as far as the plugin calls it. */
public interface ProjectConnectionCredentialsManager {
    /** Asks a connection. */
    ConnectionCredentials requestConnectionCredentials(SProject project, String id, Map<String, String> more)
            throws Exception;
}
