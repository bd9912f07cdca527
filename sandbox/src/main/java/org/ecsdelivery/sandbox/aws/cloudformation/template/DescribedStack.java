package org.ecsdelivery.sandbox.aws.cloudformation.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a template describes with given parameters: which resources there are, and with which properties. */
public final class DescribedStack {
    private final Template template;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private DescribedStack(Template template, Map<String, String> given, Map<String, String> pseudo) {
        this.template = template;
        refuseUnknown(given.keySet());
        template.parameters().forEach((name, each) -> {
            Map<String, Object> declared = Parts.map(each);
            Object value = given.containsKey(name) ? given.get(name) : declared.get("Default");
            if (value != null) {
                boolean list = String.valueOf(declared.get("Type")).startsWith("List<");
                values.put(name, list ? List.of(String.valueOf(value).split(",")) : String.valueOf(value));
            }
        });
        refuseMissing();
        values.putAll(pseudo);
    }

    /**
     * Evaluates a template.
     *
     * @param given values of parameters; those that are not given have their defaults
     * @param pseudo values such as that of {@code AWS::Region}
     * @throws InvalidTemplate when a parameter has no value, or a value has no parameter
     */
    public static DescribedStack of(Template template, Map<String, String> given, Map<String, String> pseudo) {
        return new DescribedStack(template, given, pseudo);
    }

    /** Evaluates a template in account 111122223333 of eu-central-1. */
    public static DescribedStack of(Template template, Map<String, String> given) {
        return of(
                template,
                given,
                Map.of(
                        "AWS::Region", "eu-central-1",
                        "AWS::AccountId", "111122223333",
                        "AWS::Partition", "aws",
                        "AWS::URLSuffix", "amazonaws.com"));
    }

    private void refuseUnknown(Set<String> given) {
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(template.parameters().keySet());
        if (!unknown.isEmpty()) {
            throw new InvalidTemplate("Parameters: [" + String.join(", ", unknown) + "] do not exist in the template");
        }
    }

    private void refuseMissing() {
        String missing = template.parameters().keySet().stream()
                .filter(each -> !values.containsKey(each))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new InvalidTemplate("Parameters: [" + missing + "] must have values");
        }
    }

    /** Returns what CloudFormation would refuse the parameters for. */
    public List<String> refusals() {
        List<String> refusals = new ArrayList<>();
        template.parameters().forEach((name, each) -> {
            Map<String, Object> declared = Parts.map(each);
            if (values.get(name) instanceof String value
                    && !Constraint.of(declared).allows(value)) {
                Object said = declared.getOrDefault("ConstraintDescription", "its constraints");
                refusals.add("Parameter " + name + " failed to satisfy constraint: " + said);
            }
        });
        Functions functions = functions(Made.NOTHING);
        template.section("Rules").values().stream()
                .map(Parts::map)
                .filter(rule -> functions.truth(Parts.member(rule, "RuleCondition")))
                .flatMap(rule ->
                        Parts.list(Parts.member(rule, "Assertions")).stream().map(Parts::map))
                .filter(assertion -> !functions.truth(Parts.member(assertion, "Assert")))
                .forEach(assertion -> refusals.add((String) assertion.get("AssertDescription")));
        return refusals;
    }

    /** Returns the resources that are created, each with its type and its properties, as they stand before. */
    public Map<String, Resource> resources() {
        Map<String, Resource> created = new LinkedHashMap<>();
        ids().forEach(id -> created.put(id, resource(id, Made.NOTHING)));
        return created;
    }

    /** Returns the logical ids of the resources that are created, in the order of the template. */
    public Set<String> ids() {
        return template.resources().keySet().stream()
                .filter(this::isThere)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns one of the resources. */
    public Resource resource(String id, Made made) {
        Map<String, Object> written = Parts.map(Parts.member(template.resources(), id));
        Object properties = written.getOrDefault("Properties", Map.of());
        return new Resource(
                id,
                (String) Parts.member(written, "Type"),
                Parts.map(functions(made).value(properties)),
                String.valueOf(written.getOrDefault("DeletionPolicy", "Delete")));
    }

    /** Returns the ids of the resources that must be there before one is created. */
    public Set<String> needs(String id) {
        Set<String> needs = new LinkedHashSet<>(
                References.of(Parts.member(template.resources(), id)).all());
        needs.retainAll(ids());
        return needs;
    }

    /** Returns the outputs, as they stand before. */
    public Map<String, Object> outputs() {
        return outputs(Made.NOTHING);
    }

    /** Returns the outputs. */
    public Map<String, Object> outputs(Made made) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        template.section("Outputs").forEach((name, each) -> {
            Map<String, Object> output = Parts.map(each);
            if (!output.containsKey("Condition") || holds((String) output.get("Condition"))) {
                outputs.put(name, functions(made).value(Parts.member(output, "Value")));
            }
        });
        return outputs;
    }

    /** Returns the values of the parameters, as a person gives them. */
    public Map<String, String> parameters() {
        Map<String, String> given = new LinkedHashMap<>();
        template.parameters()
                .keySet()
                .forEach(name -> given.put(
                        name,
                        values.get(name) instanceof List<?> several
                                ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
                                : String.valueOf(values.get(name))));
        return given;
    }

    /**
     * A resource.
     *
     * @param id its logical id
     * @param type as in {@code AWS::ECS::Service}
     * @param properties worked out; other resources stand in them as {@link Made} has them
     * @param deletionPolicy what becomes of it when the stack does without it
     */
    public record Resource(String id, String type, Map<String, Object> properties, String deletionPolicy) {}

    private Functions functions(Made made) {
        return new Functions(name -> reference(name, made), this::holds, (id, name) -> {
            requireThere(id, "asks " + id + " for " + name);
            return made.attribute(id, name);
        });
    }

    private Object reference(String name, Made made) {
        if (values.containsKey(name)) {
            return values.get(name);
        }
        requireThere(name, "refers to " + name);
        return made.reference(name);
    }

    private void requireThere(String id, String what) {
        if (!isThere(id)) {
            throw new InvalidTemplate("Template error: something " + what + ", which is not created");
        }
    }

    private boolean holds(String condition) {
        return functions(Made.NOTHING).truth(Parts.member(template.section("Conditions"), condition));
    }

    private boolean isThere(String id) {
        if (!template.resources().containsKey(id)) {
            return false;
        }
        Map<String, Object> resource = Parts.map(Parts.member(template.resources(), id));
        return !resource.containsKey("Condition") || holds((String) resource.get("Condition"));
    }
}
