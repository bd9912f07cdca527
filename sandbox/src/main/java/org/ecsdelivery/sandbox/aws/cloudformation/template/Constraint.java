package org.ecsdelivery.sandbox.aws.cloudformation.template;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the declaration of a parameter allows.
 *
 * @param declaration the declaration as it stands in the template
 */
public record Constraint(Map<String, Object> declaration) {
    /** Reads a declaration. */
    public static Constraint of(Map<String, Object> declaration) {
        return new Constraint(declaration);
    }

    /** Tells whether a value may be given. */
    public boolean allows(String value) {
        return amongValues(value) && matches(value) && longEnough(value) && inRange(value);
    }

    private boolean amongValues(String value) {
        Object values = declaration.get("AllowedValues");
        return values == null
                || Parts.list(values).stream().map(String::valueOf).anyMatch(value::equals);
    }

    /** The pattern must match the entire value. */
    private boolean matches(String value) {
        Object pattern = declaration.get("AllowedPattern");
        return pattern == null || value.matches((String) pattern);
    }

    private boolean longEnough(String value) {
        return value.length() >= number("MinLength", 0).intValue()
                && value.length() <= number("MaxLength", Integer.MAX_VALUE).intValue();
    }

    private boolean inRange(String value) {
        if (!"Number".equals(declaration.get("Type"))) {
            return true;
        }
        BigDecimal given = new BigDecimal(value);
        return given.compareTo(number("MinValue", Integer.MIN_VALUE)) >= 0
                && given.compareTo(number("MaxValue", Integer.MAX_VALUE)) <= 0;
    }

    private BigDecimal number(String name, int otherwise) {
        Object given = declaration.get(name);
        return given == null ? BigDecimal.valueOf(otherwise) : new BigDecimal(String.valueOf(given));
    }
}
