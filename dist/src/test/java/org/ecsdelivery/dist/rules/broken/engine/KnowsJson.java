package org.ecsdelivery.dist.rules.broken.engine;

import com.fasterxml.jackson.databind.ObjectMapper;

public record KnowsJson(ObjectMapper mapper) {}
