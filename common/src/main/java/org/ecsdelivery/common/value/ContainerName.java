package org.ecsdelivery.common.value;

import java.util.regex.Pattern;

/**
 * The name of a container inside a task definition (ECS API reference, ContainerDefinition: 1 to 255 letters, digits, hyphens, underscores).
 *
 * @param value the name as AWS writes it
 */
public record ContainerName(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when the text is not of the form that AWS accepts
     */
    public ContainerName {
        Text.matching(FORM, value, "a container name (1 to 255 letters, digits, hyphens and underscores)");
    }

    @Override
    public String toString() {
        return value;
    }
}
