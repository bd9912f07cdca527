package org.ecsdelivery.sandbox.aws.cloudformation;

import java.util.Map;

/**
 * What a resource became.
 *
 * @param id physical id, which is also what {@code Ref} gives
 * @param attributes what {@code Fn::GetAtt} gives
 */
record Physical(String id, Map<String, Object> attributes) {
    static Physical of(String id) {
        return new Physical(id, Map.of());
    }

    Object attribute(String name) {
        return attributes.getOrDefault(name, id + "." + name);
    }
}
