package org.ecsdelivery.common.settings;

/**
 * The part of a capacity provider in the tasks of a service (ECS API reference, CapacityProviderStrategyItem).
 *
 * @param provider its name
 * @param weight its part of the tasks above the base, relative to the weights of the others
 * @param base how many tasks run on it before weights count
 */
public record CapacityShare(String provider, int weight, int base) {
    /** Returns it as a parameter has it. */
    @Override
    public String toString() {
        return provider + "=" + weight + (base == 0 ? "" : ":" + base);
    }
}
