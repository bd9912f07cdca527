package jetbrains.buildServer.requirements;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** How a requirement compares an agent's parameter with the value it asks for. */
public enum RequirementType {
    EXISTS {
        @Override
        public boolean isActualValueRequired() {
            return true;
        }

        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null;
        }
    },
    NOT_EXISTS {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual == null;
        }
    },
    EQUALS {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && actual.equals(required);
        }
    },
    DOES_NOT_EQUAL {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual == null || !actual.equals(required);
        }
    },
    MORE_THAN {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && number(actual).compareTo(number(required)) > 0;
        }
    },
    NO_MORE_THAN {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && number(actual).compareTo(number(required)) <= 0;
        }
    },
    LESS_THAN {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && number(actual).compareTo(number(required)) < 0;
        }
    },
    NO_LESS_THAN {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && number(actual).compareTo(number(required)) >= 0;
        }
    },
    STARTS_WITH {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && actual.startsWith(required);
        }
    },
    CONTAINS {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && actual.contains(required);
        }
    },
    DOES_NOT_CONTAIN {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual == null || !actual.contains(required);
        }
    },
    ENDS_WITH {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && actual.endsWith(required);
        }
    },
    MATCHES {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && Pattern.matches(required, actual);
        }
    },
    DOES_NOT_MATCH {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual == null || !Pattern.matches(required, actual);
        }
    },
    VER_MORE_THAN {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && compareVersions(actual, required) > 0;
        }
    },
    VER_NO_MORE_THAN {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && compareVersions(actual, required) <= 0;
        }
    },
    VER_LESS_THAN {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && compareVersions(actual, required) < 0;
        }
    },
    VER_NO_LESS_THAN {
        @Override
        public boolean matchValues(String required, String actual) {
            return actual != null && compareVersions(actual, required) >= 0;
        }
    },
    ANY {
        @Override
        public boolean matchValues(String required, String actual) {
            return true;
        }
    };

    /** Compares an asked value with an agent's value; null stands for an absent parameter. */
    public boolean matchValues(@Nullable String required, @Nullable String actual) {
        throw new AssertionError(name() + " must say how it matches");
    }

    /** Tells whether the agent's parameter must be there for a match. */
    public boolean isActualValueRequired() {
        return false;
    }

    /** Tells whether the parameters meet the requirement; {@code trueIfUnknown} answers for an absent parameter. */
    public boolean match(
            @NotNull Requirement requirement, @NotNull Map<String, String> parameters, boolean trueIfUnknown) {
        String actual = parameters.get(requirement.getPropertyName());
        return actual == null && trueIfUnknown || matchValues(requirement.getPropertyValue(), actual);
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text.trim());
    }

    static int compareVersions(String left, String right) {
        String[] lefts = left.split("[._+-]");
        String[] rights = right.split("[._+-]");
        for (int index = 0; index < Math.max(lefts.length, rights.length); index++) {
            int difference = comparePart(part(lefts, index), part(rights, index));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : "0";
    }

    private static int comparePart(String left, String right) {
        boolean numbers = left.matches("\\d+") && right.matches("\\d+");
        return numbers ? number(left).compareTo(number(right)) : left.compareTo(right);
    }
}
