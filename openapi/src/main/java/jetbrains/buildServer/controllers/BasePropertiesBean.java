package jetbrains.buildServer.controllers;

import java.util.HashMap;
import java.util.Map;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** The parameters a settings page edits, with their defaults; JSP pages know it as {@code propertiesBean}. */
public class BasePropertiesBean extends RememberState {
    private final Map<String, String> properties;
    private final Map<String, String> defaults;

    public BasePropertiesBean(@Nullable Map<String, String> properties) {
        this(properties, Map.of());
    }

    public BasePropertiesBean(@Nullable Map<String, String> properties, @NotNull Map<String, String> defaults) {
        this.properties = properties == null ? new HashMap<>() : new HashMap<>(properties);
        this.defaults = Map.copyOf(defaults);
    }

    public Map<String, String> getProperties() {
        return properties;
    }

    public void setProperty(String name, String value) {
        properties.put(name, value);
    }

    @NotNull
    public Map<String, String> getDefaultProperties() {
        return defaults;
    }
}
