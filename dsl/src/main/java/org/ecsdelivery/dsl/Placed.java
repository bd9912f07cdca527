package org.ecsdelivery.dsl;

import org.ecsdelivery.dsl.xml.Origin;

/** Something with the line that asked for it. */
record Placed<T>(T value, Origin origin) {
    static <T> Placed<T> here(T value) {
        return new Placed<>(value, Caller.origin());
    }
}
