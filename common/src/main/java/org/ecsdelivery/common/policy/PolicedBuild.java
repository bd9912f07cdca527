package org.ecsdelivery.common.policy;

/**
 * What policies ask of a build.
 *
 * @param personal whether it is a personal build
 * @param branch its branch
 * @param starter who started it
 */
public record PolicedBuild(boolean personal, BuildBranch branch, Starter starter) {}
