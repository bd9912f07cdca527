package org.ecsdelivery.dsl.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.xml.Element;

/** Snapshot dependencies that lead in a circle, through templates too: such a build would wait for itself. */
final class CycleCheck implements Check {
    @Override
    public void look(Scene scene) {
        Map<String, Map<String, Element>> edges = edges(scene);
        Set<String> done = new HashSet<>();
        for (String start : edges.keySet()) {
            search(start, edges, done, scene);
        }
    }

    private static Map<String, Map<String, Element>> edges(Scene scene) {
        Map<String, Map<String, Element>> edges = new LinkedHashMap<>();
        for (Entity each : scene.tree().entities(Kind.BUILD_TYPE)) {
            Map<String, Element> targets = new LinkedHashMap<>();
            for (Entry dependency : scene.effective(each).snapshotDependencies()) {
                dependency
                        .element()
                        .attribute("sourceBuildTypeId")
                        .ifPresent(id -> targets.put(id, Element.of("x").from(dependency.origin())));
            }
            edges.put(each.id(), targets);
        }
        return edges;
    }

    /** Goes down without calling itself: chains of configurations can be long. */
    private static void search(String start, Map<String, Map<String, Element>> edges, Set<String> done, Scene scene) {
        Deque<Iterator<String>> open = new ArrayDeque<>();
        List<String> way = new ArrayList<>();
        if (done.add(start)) {
            way.add(start);
            open.push(targets(start, edges));
        }
        while (!open.isEmpty()) {
            if (!open.element().hasNext()) {
                open.pop();
                way.remove(way.size() - 1);
                continue;
            }
            String next = open.element().next();
            if (way.contains(next)) {
                tell(way.subList(way.indexOf(next), way.size()), edges, scene);
            } else if (done.add(next)) {
                way.add(next);
                open.push(targets(next, edges));
            }
        }
    }

    private static Iterator<String> targets(String id, Map<String, Map<String, Element>> edges) {
        return edges.getOrDefault(id, Map.of()).keySet().iterator();
    }

    private static void tell(List<String> circle, Map<String, Map<String, Element>> edges, Scene scene) {
        String last = circle.get(circle.size() - 1);
        Element place = edges.getOrDefault(last, Map.of()).getOrDefault(circle.get(0), Element.of("x"));
        scene.tree()
                .configuration(last)
                .ifPresent(entity -> scene.error(
                        Rule.CYCLE,
                        entity,
                        place,
                        "it waits for itself: " + String.join(" after ", circle) + " after " + circle.get(0),
                        "Remove one of these dependencies."));
    }
}
