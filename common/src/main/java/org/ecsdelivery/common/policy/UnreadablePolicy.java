package org.ecsdelivery.common.policy;

/**
 * A policy that nobody can read, as one that was changed by hand in the settings files.
 *
 * @param source where it stands
 * @param problem what is wrong with it
 */
public record UnreadablePolicy(PolicySource source, String problem) {}
