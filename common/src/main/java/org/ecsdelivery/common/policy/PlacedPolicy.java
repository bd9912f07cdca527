package org.ecsdelivery.common.policy;

/**
 * A policy, and where it stands.
 *
 * @param source where it stands
 * @param policy what it demands
 */
public record PlacedPolicy(PolicySource source, DeployPolicy policy) {}
