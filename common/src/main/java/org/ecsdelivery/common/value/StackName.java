package org.ecsdelivery.common.value;

import java.util.regex.Pattern;

/**
 * A CloudFormation stack, by name (CloudFormation API reference, CreateStack: 1 to 128 letters, digits and hyphens, a letter first).
 *
 * @param value the name
 */
public record StackName(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when the text is no stack name
     */
    public StackName {
        Text.matching(FORM, value, "a stack name (1 to 128 letters, digits and hyphens, a letter first)");
    }

    @Override
    public String toString() {
        return value;
    }
}
