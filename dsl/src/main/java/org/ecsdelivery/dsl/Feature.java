package org.ecsdelivery.dsl;

/**
 * A build feature or a failure condition. Features are values: every setter returns a copy. A feature of a plugin that has no type here is
 * an {@link AnyFeature}, or an implementation of one's own.
 */
public interface Feature extends Setting {
    /** Returns this feature under an id, for configurations made from a template to replace or to disable it. */
    default Feature id(String id) {
        return AnyFeature.from(this).id(id);
    }

    /** Returns this feature switched off. */
    default Feature disabled() {
        return AnyFeature.from(this).disabled();
    }
}
