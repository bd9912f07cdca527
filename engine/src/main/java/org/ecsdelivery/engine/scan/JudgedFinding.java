package org.ecsdelivery.engine.scan;

/**
 * A finding and whether it counts.
 *
 * @param finding the finding
 * @param ruling whether it counts
 * @param because why it does not, in words of the settings; empty where the ruling says all
 */
public record JudgedFinding(Finding finding, Ruling ruling, String because) {
    /** Tells whether it counts. */
    public boolean counts() {
        return ruling == Ruling.COUNTS;
    }
}
