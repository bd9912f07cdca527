package org.ecsdelivery.sandbox.aws.cloudformation.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates the intrinsic functions and the rule functions that the templates use. */
final class Functions {
    private static final Object NO_VALUE = new Object();
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private final Function<String, Object> references;
    private final Predicate<String> conditions;
    private final BiFunction<String, String, Object> attributes;

    Functions(
            Function<String, Object> references,
            Predicate<String> conditions,
            BiFunction<String, String, Object> attributes) {
        this.references = references;
        this.conditions = conditions;
        this.attributes = attributes;
    }

    boolean truth(Object written) {
        return value(written) instanceof Boolean truth && truth;
    }

    Object value(Object written) {
        if (written instanceof Map<?, ?> map) {
            Map<String, Object> members = Parts.map(map);
            String only = members.size() == 1 ? members.keySet().iterator().next() : "";
            boolean function = only.equals("Ref") || only.equals("Condition") || only.startsWith("Fn::");
            // the Condition of a policy statement stands beside other members, and is no text
            return function && !(only.equals("Condition") && !(members.get(only) instanceof String))
                    ? apply(only, Parts.member(members, only))
                    : members(members);
        }
        return written instanceof List<?> items ? items(items) : written;
    }

    private Object members(Map<String, Object> members) {
        Map<String, Object> values = new LinkedHashMap<>();
        members.forEach((name, each) -> {
            Object value = value(each);
            if (value != NO_VALUE) {
                values.put(name, value);
            }
        });
        return values;
    }

    private List<Object> items(List<?> items) {
        List<Object> values = new ArrayList<>();
        items.stream().map(this::value).filter(each -> each != NO_VALUE).forEach(values::add);
        return values;
    }

    private Object apply(String function, Object argument) {
        return switch (function) {
            case "Ref" -> argument.equals("AWS::NoValue") ? NO_VALUE : references.apply((String) argument);
            case "Condition" -> conditions.test((String) argument);
            case "Fn::GetAtt" -> attribute(Parts.list(argument));
            case "Fn::Sub" -> text(argument);
            case "Fn::If" -> choose(Parts.list(argument));
            case "Fn::Base64" -> value(argument);
            case "Fn::Equals" ->
                String.valueOf(value(Parts.list(argument).get(0)))
                        .equals(String.valueOf(value(Parts.list(argument).get(1))));
            case "Fn::Not" -> !truth(Parts.list(argument).get(0));
            case "Fn::And" -> Parts.list(argument).stream().allMatch(this::truth);
            case "Fn::Or" -> Parts.list(argument).stream().anyMatch(this::truth);
            case "Fn::Contains" ->
                items(Parts.list(Parts.list(argument).get(0)))
                        .contains(value(Parts.list(argument).get(1)));
            default -> throw new InvalidTemplate("unknown function " + function);
        };
    }

    private Object choose(List<Object> argument) {
        return value(argument.get(conditions.test((String) argument.get(0)) ? 1 : 2));
    }

    private Object attribute(List<Object> argument) {
        return attributes.apply((String) argument.get(0), (String) argument.get(1));
    }

    private String text(Object argument) {
        boolean withValues = argument instanceof List<?>;
        String written = (String) (withValues ? Parts.list(argument).get(0) : argument);
        Map<String, Object> given = withValues ? Parts.map(Parts.list(argument).get(1)) : Map.of();
        return PLACE.matcher(written)
                .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(put(place.group(1), given))));
    }

    private Object put(String name, Map<String, Object> given) {
        if (given.containsKey(name)) {
            return value(given.get(name));
        }
        return name.contains(".") ? attribute(List.of((Object[]) name.split("[.]", 2))) : references.apply(name);
    }
}
