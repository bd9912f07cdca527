package org.ecsdelivery.engine.ecs;

import java.time.Instant;

/**
 * A line that ECS wrote about a service.
 *
 * @param id tells it from an equal line
 * @param at when, by AWS's clock
 * @param message ECS's own words
 */
public record ServiceEvent(String id, Instant at, String message) {}
