package org.ecsdelivery.dist.infrastructure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads what YAML gives. */
final class Parts {
    private Parts() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    /** Visits every member of every map below a value, with its name. */
    static void visit(Object value, BiConsumer<String, Object> visitor) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> {
                visitor.accept(String.valueOf(name), each);
                visit(each, visitor);
            });
        } else if (value instanceof Collection<?> items) {
            items.forEach(each -> visit(each, visitor));
        }
    }
}
