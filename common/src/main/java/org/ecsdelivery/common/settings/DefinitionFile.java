package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A task definition in a file of the checkout.
 *
 * @param path where it lies, as the user wrote it
 * @param values what stands for {@code ${NAME}} in it, by name
 * @param text what it holds; empty until it is read
 */
public record DefinitionFile(String path, Map<String, String> values, String text) {
    /** Copies the values; their order stays. */
    public DefinitionFile {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Names a file that is not read yet. */
    public static DefinitionFile at(String path, Map<String, String> values) {
        return new DefinitionFile(path, values, "");
    }

    /** Returns this file, read. */
    public DefinitionFile holding(String content) {
        return new DefinitionFile(path, values, content);
    }

    /** Returns the path only; the text may hold secrets. */
    @Override
    public String toString() {
        return "DefinitionFile[" + path + "]";
    }
}
