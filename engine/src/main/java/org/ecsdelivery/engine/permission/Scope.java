package org.ecsdelivery.engine.permission;

/**
 * What a permission is narrowed to.
 *
 * @param resource an ARN with words in capitals to fill in, or {@code *} where the action knows no resource
 * @param condition the condition of the statement as JSON, or empty
 */
public record Scope(String resource, String condition) {
    private static final int PARTS_OF_AN_ARN = 6;

    /** Everything, for the actions that know no resource (Service Authorization Reference). */
    static final Scope ANYTHING = of("*");

    static Scope of(String resource) {
        return new Scope(resource, "");
    }

    /** Tells whether an ARN is of the kind of things that this is narrowed to, such as {@code task}. */
    boolean isFor(String arn) {
        return kind(resource).equals(kind(arn));
    }

    private static String kind(String arn) {
        String[] parts = arn.split(":", PARTS_OF_AN_ARN);
        return parts.length == PARTS_OF_AN_ARN ? parts[PARTS_OF_AN_ARN - 1].replaceFirst("/.*", "") : "";
    }

    Scope when(String json) {
        return new Scope(resource, json);
    }
}
