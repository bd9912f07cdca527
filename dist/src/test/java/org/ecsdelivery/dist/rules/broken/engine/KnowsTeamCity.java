package org.ecsdelivery.dist.rules.broken.engine;

import jetbrains.buildServer.agent.BuildProgressLogger;

public record KnowsTeamCity(BuildProgressLogger log) {}
