package org.ecsdelivery.dist.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The recorded table of resource types. */
record ResourceTypes(Map<String, Type> byName) {
    /** A resource type: what it cannot do without, all it knows, and what can be asked of it. */
    record Type(Set<String> required, Set<String> known, Set<String> attributes) {}

    static ResourceTypes recorded() throws IOException {
        Map<String, Type> types = new LinkedHashMap<>();
        Type current = null;
        for (String line : lines()) {
            if (line.startsWith("AWS::")) {
                current = new Type(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
                types.put(line, current);
            } else if (current != null) {
                add(current, line.strip());
            }
        }
        return new ResourceTypes(types);
    }

    Type of(String name) {
        Type found = byName.get(name);
        if (found == null) {
            throw new AssertionError("resource-types.txt does not know " + name);
        }
        return found;
    }

    private static void add(Type type, String line) {
        Set<String> words = Set.copyOf(Arrays.asList(line.substring(2).split(" ")));
        switch (line.charAt(0)) {
            case '!' -> {
                type.required.addAll(words);
                type.known.addAll(words);
            }
            case '.' -> type.known.addAll(words);
            case '@' -> type.attributes.addAll(words);
            default -> throw new AssertionError("resource-types.txt: " + line);
        }
    }

    private static Iterable<String> lines() throws IOException {
        try (var in =
                Objects.requireNonNull(ResourceTypes.class.getResourceAsStream("/infrastructure/resource-types.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
