package org.ecsdelivery.engine.report;

import java.time.Duration;

/**
 * One step of a Dockerfile.
 *
 * @param name the step as the builder calls it
 * @param cached whether it came from the cache
 * @param took how long it took
 */
record BuildStep(String name, boolean cached, Duration took) {}
