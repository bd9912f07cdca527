package org.ecsdelivery.dist.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a template describes with given parameters: which resources there are, and with which properties. */
final class Stack {
    private final Template template;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Functions functions;

    private Stack(Template template, Map<String, String> given) {
        this.template = template;
        template.parameters().forEach((name, each) -> {
            Map<String, Object> declared = Parts.map(each);
            Object value = given.containsKey(name) ? given.get(name) : declared.get("Default");
            if (value == null) {
                throw new AssertionError("parameter " + name + " has no value");
            }
            boolean list = String.valueOf(declared.get("Type")).startsWith("List<");
            values.put(name, list ? List.of(String.valueOf(value).split(",")) : String.valueOf(value));
        });
        values.put("AWS::Region", "eu-central-1");
        values.put("AWS::AccountId", "111122223333");
        values.put("AWS::Partition", "aws");
        values.put("AWS::URLSuffix", "amazonaws.com");
        this.functions = new Functions(this::reference, this::holds, this::isThere);
    }

    static Stack of(Template template, Map<String, String> given) {
        return new Stack(template, given);
    }

    /** Returns what CloudFormation would refuse the parameters for. */
    List<String> refusals() {
        List<String> refusals = new ArrayList<>();
        template.parameters().forEach((name, each) -> {
            if (values.get(name) instanceof String value
                    && !Constraint.of(Parts.map(each)).allows(value)) {
                refusals.add(name + " is '" + value + "'");
            }
        });
        template.section("Rules").values().forEach(each -> {
            Map<String, Object> rule = Parts.map(each);
            if (functions.truth(rule.get("RuleCondition"))) {
                Parts.list(rule.get("Assertions")).stream()
                        .map(Parts::map)
                        .filter(assertion -> !functions.truth(assertion.get("Assert")))
                        .forEach(assertion -> refusals.add((String) assertion.get("AssertDescription")));
            }
        });
        return refusals;
    }

    /** Returns the resources that are created, each with its type and its properties. */
    Map<String, Resource> resources() {
        Map<String, Resource> created = new LinkedHashMap<>();
        template.resources().forEach((id, each) -> {
            if (isThere(id)) {
                Map<String, Object> resource = Parts.map(each);
                created.put(
                        id,
                        new Resource(
                                id,
                                (String) resource.get("Type"),
                                Parts.map(functions.value(resource.get("Properties")))));
            }
        });
        return created;
    }

    Map<String, Object> outputs() {
        Map<String, Object> outputs = new LinkedHashMap<>();
        template.section("Outputs").forEach((name, each) -> {
            Map<String, Object> output = Parts.map(each);
            if (!output.containsKey("Condition") || holds((String) output.get("Condition"))) {
                outputs.put(name, functions.value(output.get("Value")));
            }
        });
        return outputs;
    }

    /** A resource as CloudFormation would create it; other resources stand in it as {@code <Id>} and {@code <Id.Attribute>}. */
    record Resource(String id, String type, Map<String, Object> properties) {}

    private Object reference(String name) {
        if (values.containsKey(name)) {
            return values.get(name);
        }
        if (!isThere(name)) {
            throw new AssertionError("something refers to " + name + ", which is not created");
        }
        return "<" + name + ">";
    }

    private boolean holds(String condition) {
        return functions.truth(template.section("Conditions").get(condition));
    }

    private boolean isThere(String id) {
        if (!template.resources().containsKey(id)) {
            return false;
        }
        Map<String, Object> resource = Parts.map(template.resources().get(id));
        return !resource.containsKey("Condition") || holds((String) resource.get("Condition"));
    }
}
