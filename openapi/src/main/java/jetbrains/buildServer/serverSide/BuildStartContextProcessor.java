package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** Adds parameters on the server just before a build is sent to an agent. */
public interface BuildStartContextProcessor extends ServerExtension {
    void updateParameters(@NotNull BuildStartContext context);
}
