package org.ecsdelivery.engine.image.lifecycle;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sees whether ECR will take one rule of a lifecycle policy. */
final class LifecycleRuleCheck {
    private static final String COUNT = "imageCountMoreThan";
    private static final String PULLED = "sinceImagePulled";
    private static final String TRANSITIONED = "sinceImageTransitioned";
    private static final Set<String> COUNT_TYPES = ordered(COUNT, "sinceImagePushed", PULLED, TRANSITIONED);
    private static final List<String> TAG_LISTS = List.of("tagPatternList", "tagPrefixList");
    private static final int MOST_WILDCARDS = 4;
    private static final int SHORTEST_ARCHIVE = 90;

    private final LinedJson rule;
    private final Map<String, LinedJson> members;

    LifecycleRuleCheck(LinedJson rule) {
        this.rule = rule;
        this.members = rule.members("a rule");
    }

    void run(Map<BigDecimal, Integer> priorities) {
        requireKnown(members, ordered("rulePriority", "description", "selection", "action"), "a rule");
        priority(priorities);
        if (members.containsKey("description")) {
            text(members, "description");
        }
        LinedJson selection = required(members, "selection", rule.line());
        LinedJson action = required(members, "action", rule.line());
        boolean expires = action(action.members("'action'"), action.line());
        selection(selection.members("'selection'"), selection.line(), expires);
    }

    private void priority(Map<BigDecimal, Integer> priorities) {
        LinedJson priority = required(members, "rulePriority", rule.line());
        Integer before = priorities.put(number(priority, "rulePriority", 1), priority.line());
        if (before != null) {
            throw LinedJson.wrong(
                    priority.line(), "rulePriority " + shown(priority) + " is given in line " + before + " already");
        }
    }

    private static boolean action(Map<String, LinedJson> action, int line) {
        requireKnown(action, ordered("type", "targetStorageClass"), "'action'");
        boolean expires =
                choice(action, "type", line, ordered("expire", "transition")).equals("expire");
        if (!expires) {
            choice(action, "targetStorageClass", line, Set.of("archive"));
        }
        return expires;
    }

    private static void selection(Map<String, LinedJson> selection, int line, boolean expires) {
        requireKnown(
                selection,
                ordered(
                        "tagStatus",
                        TAG_LISTS.get(0),
                        TAG_LISTS.get(1),
                        "storageClass",
                        "countType",
                        "countUnit",
                        "countNumber"),
                "'selection'");
        tags(selection, line);
        String type = choice(selection, "countType", line, COUNT_TYPES);
        number(
                required(selection, "countNumber", line),
                "countNumber",
                type.equals(TRANSITIONED) ? SHORTEST_ARCHIVE : 1);
        unit(selection, line, type);
        storage(selection, line, type, expires);
    }

    private static void tags(Map<String, LinedJson> selection, int line) {
        boolean tagged = choice(selection, "tagStatus", line, ordered("tagged", "untagged", "any"))
                .equals("tagged");
        List<String> given = TAG_LISTS.stream().filter(selection::containsKey).toList();
        if (given.size() != (tagged ? 1 : 0)) {
            throw LinedJson.wrong(
                    line,
                    tagged
                            ? "with tagStatus tagged, one of " + String.join(" and ", TAG_LISTS) + " is needed"
                            : given.get(0) + " is only for tagStatus tagged");
        }
        given.forEach(list -> patterns(selection, list));
    }

    private static void patterns(Map<String, LinedJson> selection, String name) {
        LinedJson list = required(selection, name, 0);
        if (list.elements("'" + name + "'").isEmpty()) {
            throw LinedJson.wrong(list.line(), "'" + name + "' is empty");
        }
        for (LinedJson pattern : list.elements(name)) {
            String text = text(pattern, name);
            if (text.chars().filter(c -> c == '*').count() > MOST_WILDCARDS) {
                throw LinedJson.wrong(pattern.line(), "'" + text + "' has more than " + MOST_WILDCARDS + " wildcards");
            }
        }
    }

    private static void unit(Map<String, LinedJson> selection, int line, String type) {
        if (!type.equals(COUNT)) {
            choice(selection, "countUnit", line, Set.of("days"));
        } else if (selection.containsKey("countUnit")) {
            throw LinedJson.wrong(
                    required(selection, "countUnit", line).line(), "countUnit is not for countType " + COUNT);
        }
    }

    private static void storage(Map<String, LinedJson> selection, int line, String type, boolean expires) {
        boolean archived = type.equals(TRANSITIONED);
        if (archived || selection.containsKey("storageClass")) {
            choice(selection, "storageClass", line, Set.of(archived ? "archive" : "standard"));
        }
        if (type.equals(PULLED) && expires || archived && !expires) {
            throw LinedJson.wrong(
                    line,
                    "countType " + type + " goes with the action " + (expires ? "transition" : "expire") + " only");
        }
    }

    static LinedJson required(Map<String, LinedJson> members, String name, int line) {
        @Nullable LinedJson member = members.get(name);
        if (member == null) {
            throw LinedJson.wrong(line, "'" + name + "' is missing");
        }
        return member;
    }

    static void requireKnown(Map<String, LinedJson> members, Set<String> known, String what) {
        members.forEach((name, member) -> {
            if (!known.contains(name)) {
                throw LinedJson.wrong(
                        member.line(), "'" + name + "' is nothing that " + what + " has; it has " + listed(known));
            }
        });
    }

    private static String choice(Map<String, LinedJson> members, String name, int line, Set<String> known) {
        LinedJson member = required(members, name, line);
        if (!(member.value() instanceof String text) || !known.contains(text)) {
            throw LinedJson.wrong(
                    member.line(), "'" + name + "' is " + shown(member) + ", and may be " + listed(known));
        }
        return text;
    }

    private static String text(Map<String, LinedJson> members, String name) {
        return text(required(members, name, 0), name);
    }

    private static String text(LinedJson value, String name) {
        if (!(value.value() instanceof String text) || text.isEmpty()) {
            throw LinedJson.wrong(value.line(), "'" + name + "' holds " + shown(value) + ", which is no text");
        }
        return text;
    }

    private static BigDecimal number(LinedJson value, String name, int least) {
        if (!(value.value() instanceof BigDecimal number)
                || number.scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0) {
            throw LinedJson.wrong(
                    value.line(), "'" + name + "' is " + shown(value) + ", and must be a whole number from " + least);
        }
        return number;
    }

    private static String shown(LinedJson value) {
        return value.value() instanceof BigDecimal number ? number.toPlainString() : "'" + value.plain() + "'";
    }

    private static String listed(Set<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }

    private static Set<String> ordered(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }
}
