package org.ecsdelivery.dist.rules.broken.server;

import org.springframework.context.ApplicationContext;

public record KnowsSpring(ApplicationContext beans) {}
