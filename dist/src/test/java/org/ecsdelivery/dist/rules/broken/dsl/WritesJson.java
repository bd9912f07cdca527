package org.ecsdelivery.dist.rules.broken.dsl;

import com.fasterxml.jackson.core.JsonGenerator;

public record WritesJson(JsonGenerator json) {}
