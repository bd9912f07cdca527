package org.ecsdelivery.sandbox.aws.cloudformation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.ecsdelivery.sandbox.aws.cloudformation.ChangeSet.Change;
import org.ecsdelivery.sandbox.aws.cloudformation.template.DescribedStack;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Made;

/** Works out what differs between a stack and what it shall be; what refers to a replaced resource differs too. */
final class PlannedChanges implements Made {
    private final StackRecord stack;
    private final DescribedStack wanted;
    private final Kinds kinds;
    private final Set<String> replaced = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();

    private PlannedChanges(StackRecord stack, DescribedStack wanted, Kinds kinds) {
        this.stack = stack;
        this.wanted = wanted;
        this.kinds = kinds;
    }

    static List<Change> of(StackRecord stack, DescribedStack wanted, Kinds kinds) {
        PlannedChanges plan = new PlannedChanges(stack, wanted, kinds);
        inOrder(wanted).forEach(plan::look);
        stack.resources.values().stream()
                .filter(each -> !wanted.ids().contains(each.id))
                .forEach(each -> plan.changes.add(
                        new Change("Remove", each.id, each.physicalId(), each.type, "", policy(each, ""), List.of())));
        return List.copyOf(plan.changes);
    }

    /** Answers the ids of a stack so that each stands behind what it needs. */
    static List<String> inOrder(DescribedStack described) {
        Map<String, Set<String>> open = new LinkedHashMap<>();
        described.ids().forEach(id -> open.put(id, new LinkedHashSet<>(described.needs(id))));
        List<String> order = new ArrayList<>();
        while (!open.isEmpty()) {
            List<String> next = open.keySet().stream()
                    .filter(id -> order.containsAll(open.getOrDefault(id, Set.of())))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Circular dependency between resources: " + open.keySet());
            }
            order.addAll(next);
            next.forEach(open::remove);
        }
        return order;
    }

    private void look(String id) {
        DescribedStack.Resource resource = wanted.resource(id, this);
        StackResource former = stack.resources.get(id);
        if (former == null) {
            changes.add(new Change("Add", id, "", resource.type(), "", "", List.of()));
            return;
        }
        Set<String> differing = differing(former.properties, resource.properties());
        if (!differing.isEmpty()) {
            boolean replaces = differing.stream().anyMatch(kinds.of(former).fixed()::contains);
            (replaces ? replaced : changed).add(id);
            changes.add(new Change(
                    "Modify",
                    id,
                    former.physicalId(),
                    former.type,
                    replaces ? "True" : "False",
                    replaces ? policy(former, "ReplaceAnd") : "",
                    List.copyOf(differing)));
        }
    }

    private static String policy(StackResource resource, String prefix) {
        return prefix + (resource.deletionPolicy.startsWith("Retain") ? "Retain" : "Delete");
    }

    private static Set<String> differing(Map<String, Object> before, Map<String, Object> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(each -> Objects.equals(before.get(each), after.get(each)));
        return names;
    }

    @Override
    public Object reference(String id) {
        return replaced.contains(id) ? "<" + id + ">" : stack.reference(id);
    }

    @Override
    public Object attribute(String id, String name) {
        boolean other = replaced.contains(id) || changed.contains(id) && name.equals("LatestVersionNumber");
        return other ? "<" + id + "." + name + ">" : stack.attribute(id, name);
    }
}
