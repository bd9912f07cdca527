package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** What every kind of parameter has in common: a name and a value. */
public abstract class BaseParameter implements Parameter {
    private final String name;
    private final String value;

    BaseParameter(String name, String value) {
        this.name = name;
        this.value = value;
    }

    @Override
    @NotNull
    public String getName() {
        return name;
    }

    @Override
    @NotNull
    public String getValue() {
        return value;
    }

    @Override
    public boolean isSystemProperty() {
        return name.startsWith("system.");
    }

    @Override
    public boolean isEnvironmentVariable() {
        return name.startsWith("env.");
    }

    @Override
    @Nullable
    public ControlDescription getControlDescription() {
        return null;
    }

    @Override
    public int compareTo(Parameter other) {
        return name.compareTo(other.getName());
    }
}
