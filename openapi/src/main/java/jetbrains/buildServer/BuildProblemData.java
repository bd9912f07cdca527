package jetbrains.buildServer;

import java.util.Objects;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** A reason for a build to fail, with an identity that stays the same from build to build. */
public class BuildProblemData implements BuildProblemTypes {
    public static final int MAX_IDENTITY_LENGTH = 60;
    public static final int MAX_TYPE_LENGTH = 80;
    public static final int MAX_DESCRIPTION_LENGTH = 4000;

    private final String identity;
    private final String type;
    private final String description;
    private final String additionalData;

    private BuildProblemData(String identity, String type, String description, String additionalData) {
        this.identity = bounded("identity", identity, MAX_IDENTITY_LENGTH);
        this.type = bounded("type", type, MAX_TYPE_LENGTH);
        this.description = shortened(description);
        this.additionalData = additionalData;
    }

    @NotNull
    public static BuildProblemData createBuildProblem(
            @NotNull String identity, @NotNull String type, @NotNull String description) {
        return createBuildProblem(identity, type, description, null);
    }

    @NotNull
    public static BuildProblemData createBuildProblem(
            @NotNull String identity,
            @NotNull String type,
            @NotNull String description,
            @Nullable String additionalData) {
        return new BuildProblemData(identity, type, description, additionalData);
    }

    @NotNull
    public String getIdentity() {
        return identity;
    }

    @NotNull
    public String getType() {
        return type;
    }

    @NotNull
    public String getDescription() {
        return description;
    }

    @Nullable
    public String getAdditionalData() {
        return additionalData;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BuildProblemData
                && identity.equals(((BuildProblemData) other).identity)
                && type.equals(((BuildProblemData) other).type)
                && description.equals(((BuildProblemData) other).description)
                && Objects.equals(additionalData, ((BuildProblemData) other).additionalData);
    }

    @Override
    public int hashCode() {
        return Objects.hash(identity, type, description, additionalData);
    }

    @Override
    public String toString() {
        return type + " (" + identity + "): " + description;
    }

    private static String bounded(String what, String value, int most) {
        if (value.isEmpty() || value.length() > most) {
            throw new IllegalArgumentException("A build problem's " + what + " must have 1 to " + most
                    + " characters, but has " + value.length() + ": " + value);
        }
        return value;
    }

    private static String shortened(String text) {
        return text.length() <= MAX_DESCRIPTION_LENGTH ? text : text.substring(0, MAX_DESCRIPTION_LENGTH);
    }
}
