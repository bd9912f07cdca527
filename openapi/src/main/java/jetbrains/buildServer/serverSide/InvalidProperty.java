package jetbrains.buildServer.serverSide;

import java.util.Objects;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** One parameter that was refused, with the reason shown beside its field. */
public class InvalidProperty {
    private final String propertyName;
    private final String invalidReason;

    public InvalidProperty(@NotNull String propertyName, String invalidReason) {
        this.propertyName = propertyName;
        this.invalidReason = invalidReason;
    }

    @NotNull
    public String getPropertyName() {
        return propertyName;
    }

    @Nullable
    public String getInvalidReason() {
        return invalidReason;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InvalidProperty
                && propertyName.equals(((InvalidProperty) other).propertyName)
                && Objects.equals(invalidReason, ((InvalidProperty) other).invalidReason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(propertyName, invalidReason);
    }

    @Override
    public String toString() {
        return propertyName + ": " + invalidReason;
    }
}
