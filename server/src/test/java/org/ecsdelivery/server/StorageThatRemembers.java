package org.ecsdelivery.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jetbrains.buildServer.serverSide.CustomDataStorage;
import org.jspecify.annotations.Nullable;

/** A storage of a build configuration that counts how often it was written. */
public final class StorageThatRemembers implements CustomDataStorage {
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private int flushed;

    int flushed() {
        return flushed;
    }

    @Override
    public void putValues(Map<String, String> all) {
        values.putAll(all);
    }

    @Override
    public Map<String, String> getValues() {
        return Map.copyOf(values);
    }

    @Override
    public String getValue(String key) {
        return values.get(key);
    }

    @Override
    public void putValue(String key, @Nullable String value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    @Override
    public void flush() {
        flushed++;
    }

    @Override
    public void dispose() {
        values.clear();
    }
}
