package org.ecsdelivery.sandbox.teamcity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The build configurations that the server keeps, in the order they were first saved. */
public final class Configurations {
    private final Map<String, BuildConfiguration> byId = new LinkedHashMap<>();

    Configurations() {}

    /** Keeps a configuration in place of the one of the same id. */
    public synchronized void save(BuildConfiguration configuration) {
        byId.put(configuration.id(), configuration);
    }

    /** Finds a configuration by its external id. */
    public synchronized Optional<BuildConfiguration> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns them all. */
    public synchronized List<BuildConfiguration> all() {
        return List.copyOf(byId.values());
    }

    /** Returns the id that the server uses inside; people see the external one. */
    synchronized String internalId(String id) {
        return "bt" + (new ArrayList<>(byId.keySet()).indexOf(id) + 1);
    }

    synchronized Optional<BuildConfiguration> findByInternalId(String internalId) {
        return byId.values().stream()
                .filter(each -> internalId(each.id()).equals(internalId))
                .findFirst();
    }
}
