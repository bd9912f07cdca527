package org.ecsdelivery.engine.coverage.html;

import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.FileCoverage;

/** All files in their directories, and which page shows which. */
final class FileTree {
    /** Where the archive begins. */
    static final String START = "index.html";

    /** Deeper levels are told in one name: nobody has them, but a report may say so. */
    private static final int DEEPEST = 40;

    /** A page shows as many levels as fit into so many rows, and one at least. */
    private static final int ROWS = 250;

    private final Directory root = new Directory(null, "");
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Directory> pages = new ArrayList<>();
    private final PageNames names = new PageNames();

    private FileTree() {}

    static FileTree of(CoverageReport report) {
        FileTree tree = new FileTree();
        report.files().forEach(tree::add);
        tree.root.collapse();
        tree.root.addUp();
        tree.root.numbered(0);
        tree.layOut(tree.root, START);
        return tree;
    }

    private void add(FileCoverage file) {
        List<String> names = names(file.path());
        Directory at = root;
        for (String name : names.subList(0, names.size() - 1)) {
            at = at.child(name);
        }
        Leaf leaf = new Leaf(file, names.get(names.size() - 1), this.names.name("f/", file.path()), at);
        at.add(leaf);
        leaves.add(leaf);
    }

    private static List<String> names(String path) {
        char separator = path.indexOf('/') < 0 ? '\\' : '/';
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int end = path.indexOf(separator);
                end >= 0 && names.size() < DEEPEST;
                end = path.indexOf(separator, start)) {
            if (end > start || start == 0) {
                names.add(end > start ? path.substring(start, end) : "/");
            }
            start = end + 1;
        }
        names.add(start < path.length() ? path.substring(start) : "(no name)");
        return names;
    }

    private void layOut(Directory directory, String page) {
        directory.shownOn(page, true);
        pages.add(directory);
        inside(directory, page, levels(directory));
    }

    private void inside(Directory directory, String page, int levels) {
        for (Directory child : directory.directories()) {
            if (levels == 1) {
                layOut(child, names.name("d/", child.path()));
            } else {
                child.shownOn(page, false);
                inside(child, page, levels - 1);
            }
        }
    }

    private static int levels(Directory directory) {
        int levels = 1;
        while (levels < directory.depth() && directory.rows(levels + 1, ROWS) <= ROWS) {
            levels++;
        }
        return levels;
    }

    Directory root() {
        return root;
    }

    /** Returns all files, sorted by path. */
    List<Leaf> leaves() {
        return leaves;
    }

    /** Returns the directories that have pages of their own, the outermost first. */
    List<Directory> pages() {
        return pages;
    }
}
