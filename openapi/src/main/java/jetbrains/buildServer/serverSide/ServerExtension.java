package jetbrains.buildServer.serverSide;

import jetbrains.buildServer.TeamCityExtension;

/** Marks what a plugin adds to the server. */
public interface ServerExtension extends TeamCityExtension {}
