package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** What ECS hands to a container when its task starts: secrets, env files and variables. */
@FunctionalInterface
public interface Injection {
    /**
     * Answers what a container gets.
     *
     * @param container its definition
     * @param override what RunTask changes of it; an empty object for nothing
     */
    Outcome into(JsonNode container, JsonNode override);

    /**
     * What came of it.
     *
     * @param variables the container's environment
     * @param failure why the task cannot start, in ECS's words
     */
    record Outcome(Map<String, String> variables, Optional<String> failure) {
        /** Answers an environment. */
        public static Outcome of(Map<String, String> variables) {
            return new Outcome(variables, Optional.empty());
        }

        /** Answers a failure. */
        public static Outcome failed(String reason) {
            return new Outcome(Map.of(), Optional.of(reason));
        }

        /** Leaves the values out. */
        @Override
        public String toString() {
            return "Outcome[" + variables.keySet() + ", " + failure + "]";
        }
    }
}
