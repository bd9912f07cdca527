package org.ecsdelivery.sandbox.aws.cloudformation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the stand-in does with resources of one type. */
interface ResourceKind {
    /** How far a resource is that was created or changed. */
    enum Progress {
        /** Others may use it. */
        DONE,
        /** It is not what it should be yet. */
        UNDER_WAY
    }

    /**
     * Creates a resource.
     *
     * @param name a physical name for one that has none in its properties
     * @throws org.ecsdelivery.sandbox.aws.front.AwsError for what the service refuses
     */
    Physical create(String name, Map<String, Object> properties);

    /** Answers the properties that cannot be changed, so that another resource takes the place of this one. */
    default Set<String> fixed() {
        return Set.of();
    }

    /** Changes a resource in place. */
    default Physical change(Physical former, Map<String, Object> properties) {
        return former;
    }

    /** Has a resource go. */
    default void delete(Physical former) {}

    /**
     * Looks how far a resource is.
     *
     * @throws org.ecsdelivery.sandbox.aws.front.AwsError when it will never be what it should
     */
    default Progress progress(Physical made) {
        return Progress.DONE;
    }

    /** Answers the name that a resource would get, when its properties say one. */
    static Optional<String> named(Map<String, Object> properties, String property) {
        return Optional.ofNullable(properties.get(property)).map(String::valueOf);
    }
}
