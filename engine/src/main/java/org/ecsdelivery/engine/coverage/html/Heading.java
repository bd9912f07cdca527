package org.ecsdelivery.engine.coverage.html;

/**
 * What stands above and below the pages.
 *
 * @param title what was measured
 * @param build which build measured it; may be empty
 */
public record Heading(String title, String build) {}
