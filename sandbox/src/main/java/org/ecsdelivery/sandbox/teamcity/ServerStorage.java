package org.ecsdelivery.sandbox.teamcity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jetbrains.buildServer.serverSide.CustomDataStorage;
import org.jspecify.annotations.Nullable;

/** What plugins keep on the server with build configurations, for as long as the server lives. */
final class ServerStorage {
    private final Map<String, Kept> storages = new ConcurrentHashMap<>();

    /** Returns the storage that one name stands for in one build configuration. */
    CustomDataStorage of(String configuration, String name) {
        return storages.computeIfAbsent(configuration + "/" + name, unseen -> new Kept());
    }

    private static final class Kept implements CustomDataStorage {
        private final Map<String, String> values = new ConcurrentHashMap<>();

        @Override
        public void putValues(Map<String, String> replacing) {
            values.keySet().retainAll(replacing.keySet());
            values.putAll(replacing);
        }

        @Override
        public Map<String, String> getValues() {
            return Map.copyOf(values);
        }

        @Override
        public @Nullable String getValue(String key) {
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
            // a value is there as soon as it is put
        }

        @Override
        public void dispose() {
            values.clear();
        }
    }
}
