package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Walks through a context in the order of names, one directory listing in memory per level. Links are not followed. A directory
 * that is left out is looked into only when something below may be taken in, and comes along only when something is.
 */
final class ContextWalk {
    private final DockerIgnore rules;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Deque<ContextEntry> ready = new ArrayDeque<>();

    private static final class Level {
        private final ContextEntry directory;
        private final Iterator<ContextEntry> children;
        private boolean told;

        Level(ContextEntry directory, boolean told) throws IOException {
            this.directory = directory;
            this.children = childrenOf(directory).iterator();
            this.told = told;
        }
    }

    ContextWalk(Path root, DockerIgnore rules) throws IOException {
        this.rules = rules;
        levels.push(new Level(new ContextEntry(root, ""), true));
    }

    Optional<ContextEntry> next() throws IOException {
        while (ready.isEmpty() && !levels.isEmpty()) {
            Level level = levels.element();
            if (level.children.hasNext()) {
                visit(level.children.next());
            } else {
                levels.pop();
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    private void visit(ContextEntry entry) throws IOException {
        boolean directory = Files.isDirectory(entry.path(), LinkOption.NOFOLLOW_LINKS);
        boolean excluded = rules.excludes(entry.name());
        if (!excluded) {
            tellDirectoriesAbove();
            ready.add(entry);
        }
        if (directory && (!excluded || rules.mayKeepBelow(entry.name()))) {
            levels.push(new Level(entry, !excluded));
        }
    }

    private void tellDirectoriesAbove() {
        for (Iterator<Level> downwards = levels.descendingIterator(); downwards.hasNext(); ) {
            Level level = downwards.next();
            if (!level.told) {
                level.told = true;
                ready.add(level.directory);
            }
        }
    }

    private static List<ContextEntry> childrenOf(ContextEntry directory) throws IOException {
        String prefix = directory.name().isEmpty() ? "" : directory.name() + "/";
        try (Stream<Path> children = Files.list(directory.path())) {
            return children.map(child -> new ContextEntry(child, prefix + FileName.of(child)))
                    .sorted(Comparator.comparing(ContextEntry::name))
                    .toList();
        }
    }
}
