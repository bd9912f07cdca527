package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** The servers that work together as one TeamCity. */
public interface TeamCityNodes {
    @NotNull
    TeamCityNode getCurrentNode();
}
