package org.ecsdelivery.engine.permission;

/**
 * What a permission is narrowed to.
 *
 * @param resource an ARN with words in capitals to fill in, or {@code *} where the action knows no resource
 * @param condition the condition of the statement as JSON, or empty
 */
public record Scope(String resource, String condition) {
    /** Everything, for the actions that know no resource (Service Authorization Reference). */
    static final Scope ANYTHING = of("*");

    static Scope of(String resource) {
        return new Scope(resource, "");
    }

    Scope when(String json) {
        return new Scope(resource, json);
    }
}
