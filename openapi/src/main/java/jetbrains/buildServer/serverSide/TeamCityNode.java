package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** One of the servers that work together as one TeamCity. */
public interface TeamCityNode {
    @NotNull
    String getId();

    boolean isMainNode();
}
