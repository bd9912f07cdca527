package jetbrains.buildServer.agent;

import jetbrains.buildServer.TeamCityExtension;

/** Marks what a plugin adds to the agent. */
public interface AgentExtension extends TeamCityExtension {}
