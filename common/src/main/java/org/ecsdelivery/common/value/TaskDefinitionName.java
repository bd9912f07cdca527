package org.ecsdelivery.common.value;

import java.util.regex.Pattern;

/**
 * A task definition as people name it (ECS API reference, RunTask): a family for its newest revision, {@code family:revision}, or an ARN.
 *
 * @param value the name as given
 */
public record TaskDefinitionName(String value) {
    private static final Pattern FORM = Pattern.compile(
            "(?:arn:[^:\\s]+:ecs:[^:\\s]+:\\d{12}:task-definition/)?[A-Za-z0-9_-]{1,255}(?::[1-9]\\d{0,9})?");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when the text is not of the form that AWS accepts
     */
    public TaskDefinitionName {
        Text.matching(FORM, value, "a task definition (family, family:revision or ARN)");
    }

    @Override
    public String toString() {
        return value;
    }
}
