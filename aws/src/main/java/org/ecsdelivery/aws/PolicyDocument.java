package org.ecsdelivery.aws;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * A policy as JSON, as far as it is asked about (IAM user guide, "Grammar of the IAM JSON policy language").
 *
 * @param statements its statements
 */
record PolicyDocument(List<Statement> statements) {
    static PolicyDocument parse(String json) {
        JsonNode document = JsonNode.parser().parse(json);
        return new PolicyDocument(several(document, "Statement")
                .map(each -> new Statement(
                        text(each, "Effect").equals("Allow"),
                        several(each, "Action").map(JsonNode::text).toList(),
                        services(each),
                        each.field("Condition").isPresent()))
                .toList());
    }

    /**
     * A statement of a policy.
     *
     * @param allows whether it allows or denies
     * @param actions what; with wild cards
     * @param services the AWS services that it is about, where it names some
     * @param conditional whether it holds under conditions only
     */
    record Statement(boolean allows, List<String> actions, List<String> services, boolean conditional) {
        boolean speaksOf(String action) {
            return actions.stream().anyMatch(each -> matches(each, action));
        }

        private static boolean matches(String pattern, String action) {
            String expression = Stream.of(pattern.split("(?=[*?])|(?<=[*?])"))
                    .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
                    .reduce("", String::concat);
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE)
                    .matcher(action)
                    .matches();
        }
    }

    private static List<String> services(JsonNode statement) {
        return statement.field("Principal").filter(JsonNode::isObject).stream()
                .flatMap(each -> several(each, "Service"))
                .map(JsonNode::text)
                .toList();
    }

    /** A list of one may stand without its brackets. */
    private static Stream<JsonNode> several(JsonNode node, String name) {
        return node.field(name).stream().flatMap(each -> each.isArray() ? each.asArray().stream() : Stream.of(each));
    }

    private static String text(JsonNode node, String name) {
        return node.field(name).filter(JsonNode::isString).map(JsonNode::text).orElse("");
    }
}
