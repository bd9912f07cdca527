package org.ecsdelivery.sandbox.aws.cloudformation.template;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads what YAML gives. */
public final class Parts {
    private Parts() {}

    /** Answers a map of a template, whose keys are all texts. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** Answers a list of a template. */
    @SuppressWarnings("unchecked")
    public static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    /**
     * Answers a member that must be there.
     *
     * @throws InvalidTemplate when it is not
     */
    public static Object member(Map<String, Object> parts, String name) {
        Object found = parts.get(name);
        if (found == null) {
            throw new InvalidTemplate("Template validation error: " + name + " is missing");
        }
        return found;
    }

    /** Visits every member of every map below a value, with its name. */
    public static void visit(Object value, BiConsumer<String, Object> visitor) {
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
