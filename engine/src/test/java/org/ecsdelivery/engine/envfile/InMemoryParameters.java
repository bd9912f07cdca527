package org.ecsdelivery.engine.envfile;

import java.util.List;
import java.util.TreeMap;

/** Parameters of Systems Manager in memory. */
public final class InMemoryParameters implements ParameterStore {
    private final TreeMap<String, Stored> all = new TreeMap<>();

    /** Puts a parameter and returns its ARN. */
    public String put(String name, String value, boolean secure) {
        String arn = "arn:aws:ssm:eu-central-1:123456789012:parameter" + (name.startsWith("/") ? "" : "/") + name;
        all.put(name, new Stored(name, arn, value, secure));
        return arn;
    }

    @Override
    public List<Stored> below(String path) {
        return all.values().stream()
                .filter(each -> each.name().startsWith(path + "/"))
                .toList();
    }

    @Override
    public List<Stored> named(List<String> namesOrArns) {
        return all.values().stream()
                .filter(each -> namesOrArns.stream().anyMatch(each::isCalled))
                .toList();
    }
}
