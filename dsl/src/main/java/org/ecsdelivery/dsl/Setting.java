package org.ecsdelivery.dsl;

import java.util.List;
import java.util.Map;

/** One entry of a list in the settings: a step, a trigger, a build feature, a project feature. */
public interface Setting {
    /** Returns the id by which others in the same configuration name it; empty to have one made from the type. */
    default String id() {
        return "";
    }

    /** Returns the id of its type, as the plugin that runs it registers it. */
    String type();

    /** Returns the parameters by their raw names; references such as {@code %x%} are not resolved. */
    Map<String, String> parameters();

    /** Returns what its parameters name by ids, so that the check knows what other settings define. */
    default List<Reference> references() {
        return List.of();
    }

    /** Tells whether it is switched on. */
    default boolean enabled() {
        return true;
    }
}
