package org.ecsdelivery.common.value;

import java.util.regex.Pattern;

/**
 * The name of a repository inside a registry, such as {@code team/shop} (ECR API reference, CreateRepository: 2 to 256 characters).
 *
 * @param value the name without a registry host and without a tag
 */
public record RepositoryName(String value) {
    private static final Pattern FORM =
            Pattern.compile("(?=.{2,256}$)[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when the text is no repository name
     */
    public RepositoryName {
        Text.matching(
                FORM,
                value,
                "a repository name (lower-case letters, digits, '.', '_', '-', with '/' between the parts)");
    }

    @Override
    public String toString() {
        return value;
    }
}
