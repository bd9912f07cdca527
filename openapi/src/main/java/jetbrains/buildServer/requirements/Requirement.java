package jetbrains.buildServer.requirements;

import java.util.Map;
import java.util.Objects;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** What an agent must offer to run a build: a condition on one of its parameters. */
public final class Requirement {
    private final String id;
    private final String propertyName;
    private final String propertyValue;
    private final RequirementType type;

    public Requirement(@NotNull String propertyName, @Nullable String propertyValue, @NotNull RequirementType type) {
        this(null, propertyName, propertyValue, type);
    }

    public Requirement(
            String id, @NotNull String propertyName, @Nullable String propertyValue, @NotNull RequirementType type) {
        this.id = id;
        this.propertyName = propertyName;
        this.propertyValue = propertyValue;
        this.type = type;
    }

    @Nullable
    public String getId() {
        return id;
    }

    @NotNull
    public String getPropertyName() {
        return propertyName;
    }

    @Nullable
    public String getPropertyValue() {
        return propertyValue;
    }

    @NotNull
    public RequirementType getType() {
        return type;
    }

    /** Tells whether the agent's parameters meet this requirement; {@code trueIfUnknown} answers for absent ones. */
    public final boolean match(@NotNull Map<String, String> parameters, boolean trueIfUnknown) {
        return type.match(this, parameters, trueIfUnknown);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Requirement
                && propertyName.equals(((Requirement) other).propertyName)
                && Objects.equals(propertyValue, ((Requirement) other).propertyValue)
                && type == ((Requirement) other).type;
    }

    @Override
    public int hashCode() {
        return Objects.hash(propertyName, propertyValue, type);
    }

    @Override
    public String toString() {
        return propertyName + " " + type + (propertyValue == null ? "" : " " + propertyValue);
    }
}
