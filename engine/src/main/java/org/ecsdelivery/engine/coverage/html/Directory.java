package org.ecsdelivery.engine.coverage.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.jspecify.annotations.Nullable;

/** A directory of the tree, with what is covered of all files below it. */
final class Directory {
    private final @Nullable Directory parent;
    private final Map<String, Directory> directories = new TreeMap<>();
    private final List<Leaf> files = new ArrayList<>();
    private final Map<CoverageMetric, Count> counts = new EnumMap<>(CoverageMetric.class);
    private final long[] sums = new long[2 * CoverageMetric.values().length];
    private String name;
    private int number;
    private int allFiles;
    private String page = "";
    private boolean pageOfItsOwn;

    Directory(@Nullable Directory parent, String name) {
        this.parent = parent;
        this.name = name;
    }

    Directory child(String childName) {
        return directories.computeIfAbsent(childName, key -> new Directory(this, key));
    }

    void add(Leaf leaf) {
        files.add(leaf);
    }

    /** Adds up what is covered of all files below it. */
    void addUp() {
        allFiles = files.size();
        for (Leaf leaf : files) {
            for (CoverageMetric metric : CoverageMetric.values()) {
                Count count = leaf.file().count(metric);
                sums[2 * metric.ordinal()] += count.covered();
                sums[2 * metric.ordinal() + 1] += count.total();
            }
        }
        for (Directory child : directories.values()) {
            child.addUp();
            allFiles += child.allFiles;
            Arrays.setAll(sums, i -> sums[i] + child.sums[i]);
        }
        for (CoverageMetric metric : CoverageMetric.values()) {
            counts.put(metric, new Count(sums[2 * metric.ordinal()], sums[2 * metric.ordinal() + 1]));
        }
    }

    /** Joins directories that hold nothing but one other with that other: nobody wants to open them one by one. */
    void collapse() {
        List<Directory> before = directories();
        directories.clear();
        for (Directory child : before) {
            Directory deepest = child;
            StringBuilder joined = new StringBuilder(child.name);
            while (deepest.files.isEmpty() && deepest.directories.size() == 1) {
                deepest = deepest.directories.values().iterator().next();
                joined.append(joined.toString().equals("/") ? "" : "/").append(deepest.name);
            }
            deepest.name = joined.toString();
            directories.put(deepest.name, deepest);
            deepest.collapse();
        }
    }

    /** Numbers this and all below it, from that number on; returns the next. */
    int numbered(int from) {
        number = from;
        int next = from + 1;
        for (Directory child : directories.values()) {
            next = child.numbered(next);
        }
        return next;
    }

    /** Returns how many rows a page needs that shows this directory so many levels deep, or a little more than the most. */
    int rows(int levels, int most) {
        int rows = directories.size() + files.size();
        if (levels > 1) {
            for (Directory child : directories.values()) {
                rows += rows > most ? 0 : child.rows(levels - 1, most);
            }
        }
        return rows;
    }

    /** Tells how deep directories lie in this one. */
    int depth() {
        int deepest = 0;
        for (Directory child : directories.values()) {
            deepest = Math.max(deepest, child.depth());
        }
        return deepest + 1;
    }

    void shownOn(String place, boolean ofItsOwn) {
        page = place;
        pageOfItsOwn = ofItsOwn;
    }

    /** Returns the page that shows what it holds. */
    String page() {
        return page;
    }

    boolean hasPageOfItsOwn() {
        return pageOfItsOwn;
    }

    /** Returns where to look for it in the archive: its page, or its row on that of another. */
    String link() {
        return pageOfItsOwn ? page : page + "#d" + number;
    }

    String name() {
        return name;
    }

    int number() {
        return number;
    }

    int allFiles() {
        return allFiles;
    }

    Count count(CoverageMetric metric) {
        return counts.getOrDefault(metric, Count.NONE);
    }

    List<Directory> directories() {
        return List.copyOf(directories.values());
    }

    List<Leaf> files() {
        return files;
    }

    /** Returns this and all it lies in, the outermost first. */
    List<Directory> way() {
        List<Directory> way = new ArrayList<>();
        for (@Nullable Directory at = this; at != null; at = at.parent) {
            if (at == this || at.parent == null || !at.page.isEmpty()) {
                way.add(0, at);
            }
        }
        return way;
    }

    /** Returns the path from the outermost directory. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (Directory at : way()) {
            path.append(at.name).append(at.name.isEmpty() || at.name.endsWith("/") ? "" : "/");
        }
        return path.toString();
    }
}
