package org.ecsdelivery.sandbox.aws.cloudformation.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a part of a template refers to. */
public final class References {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private final Set<String> names = new TreeSet<>();
    private final Set<List<String>> attributes = new LinkedHashSet<>();
    private final Set<String> conditions = new TreeSet<>();

    /** Finds what a part of a template refers to. */
    public static References of(Object part) {
        References found = new References();
        Parts.visit(part, found::see);
        return found;
    }

    /** Returns all names of parameters and resources, also those of which an attribute is wanted. */
    public Set<String> all() {
        Set<String> all = new TreeSet<>(names);
        attributes.forEach(each -> all.add(each.get(0)));
        all.removeIf(each -> each.startsWith("AWS::"));
        return all;
    }

    /** Returns the attributes that are wanted: id and name of each. */
    public Set<List<String>> attributes() {
        return Set.copyOf(attributes);
    }

    /** Returns the names of the conditions. */
    public Set<String> conditions() {
        return Set.copyOf(conditions);
    }

    private void see(String function, Object argument) {
        switch (function) {
            case "Ref" -> names.add((String) argument);
            case "Fn::GetAtt" ->
                attributes.add(
                        Parts.list(argument).stream().map(String::valueOf).toList());
            case "Fn::Sub" -> places(argument);
            case "Fn::If" -> conditions.add((String) Parts.list(argument).get(0));
            case "Condition" -> {
                if (argument instanceof String name) {
                    conditions.add(name);
                }
            }
            case "DependsOn" ->
                (argument instanceof List<?> several ? several : List.of(argument))
                        .forEach(each -> names.add(String.valueOf(each)));
            default -> {}
        }
    }

    private void places(Object argument) {
        boolean withValues = argument instanceof List<?>;
        String text = (String) (withValues ? Parts.list(argument).get(0) : argument);
        Map<String, Object> given = withValues ? Parts.map(Parts.list(argument).get(1)) : Map.of();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            String name = place.group(1);
            if (given.containsKey(name)) {
                continue;
            }
            if (name.contains(".")) {
                attributes.add(List.of(name.split("[.]", 2)));
            } else {
                names.add(name);
            }
        }
    }
}
