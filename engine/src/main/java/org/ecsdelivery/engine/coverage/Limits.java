package org.ecsdelivery.engine.coverage;

/**
 * How much of a report is believed. A report that goes further is broken or hostile; reading it would cost the agent its
 * memory or its time.
 *
 * @param line the highest line number
 * @param branchesOfLine the most branches of one line
 * @param nameBytes the longest name of a function or class
 * @param pathBytes the longest path
 * @param depth how deep elements or objects may lie in each other
 * @param entries how many details all files together may have; each takes eight bytes of memory
 * @param files how many files there may be
 */
public record Limits(int line, int branchesOfLine, int nameBytes, int pathBytes, int depth, long entries, int files) {
    /** What a build agent with 512 MB of heap can hold. */
    public static final Limits USUAL = new Limits(10_000_000, 16_384, 65_536, 8_192, 128, 24_000_000, 1_000_000);
}
