package org.ecsdelivery.dsl;

import java.util.List;
import java.util.Map;

/**
 * One step of a build configuration, as TeamCity's settings store it. Steps are values: every setter returns a copy. A step of a plugin that
 * has no type here is an {@link AnyStep}, or an implementation of one's own.
 */
public interface Step extends Setting {

    /** Returns the name in the list of build steps; empty for the name of the run type. */
    String name();

    /** Returns the id of the run type that runs the step. */
    @Override
    String type();

    /** Returns the parameters, in an order that depends on nothing but the step; references such as {@code %x%} are not resolved. */
    @Override
    Map<String, String> parameters();

    /** Returns when the step runs. */
    default StepMode mode() {
        return StepMode.DEFAULT;
    }

    /** Returns what must hold for the step to run, beside its mode. */
    default List<Condition> conditions() {
        return List.of();
    }
}
