package org.ecsdelivery.common.value;

import java.util.regex.Pattern;

/**
 * An ECS cluster, by short name (ECS API reference, CreateCluster: 1 to 255 letters, digits, hyphens, underscores).
 *
 * @param value the short name; an ARN is shortened by {@link #parse(String)}
 */
public record ClusterName(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Pattern ARN = Pattern.compile("arn:[^:]+:ecs:[^:]+:\\d{12}:cluster/(.+)");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when the text is no cluster name
     */
    public ClusterName {
        Text.matching(FORM, value, "a cluster name (1 to 255 letters, digits, hyphens and underscores) or ARN");
    }

    /**
     * Reads a short name or a full ARN.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static ClusterName parse(String text) {
        var arn = ARN.matcher(text);
        return new ClusterName(arn.matches() ? arn.group(1) : text);
    }

    @Override
    public String toString() {
        return value;
    }
}
