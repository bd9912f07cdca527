package org.ecsdelivery.dsl;

import java.util.Map;

/** One step of a build configuration, as TeamCity's settings store it. Steps are immutable: every setter returns a copy. */
public sealed interface Step permits TypedStep, AnyStep {

    /** Returns the name in the list of build steps; empty for the name of the run type. */
    String name();

    /** Returns the id of the run type that runs the step. */
    String type();

    /** Returns the parameters, in an order that depends on nothing but the step; references such as {@code %x%} are not resolved. */
    Map<String, String> parameters();
}
