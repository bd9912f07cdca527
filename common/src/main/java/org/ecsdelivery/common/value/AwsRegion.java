package org.ecsdelivery.common.value;

import java.util.regex.Pattern;

/**
 * An AWS Region, such as {@code eu-central-1} or {@code us-gov-west-1}.
 *
 * @param value the name as AWS writes it
 */
public record AwsRegion(String value) {
    /** The form as a regular expression, for the names that carry a Region inside. */
    static final String EXPRESSION = "[a-z]{2,}(?:-[a-z]+){1,4}-\\d{1,2}";

    private static final Pattern FORM = Pattern.compile(EXPRESSION);

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when the text is not of the form that AWS accepts
     */
    public AwsRegion {
        Text.matching(FORM, value, "an AWS Region such as eu-central-1");
    }

    @Override
    public String toString() {
        return value;
    }
}
