package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * Walks through a context in the order of names, the names of one directory in memory per level. Links are not followed. A
 * directory that is left out is looked into only when something below may be taken in, and comes along only when something is.
 */
final class ContextWalk {
    private final DockerIgnore rules;
    private final boolean unix;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Deque<ContextEntry> ready = new ArrayDeque<>();

    /** A directory that is being walked through, and whether it was told of already. */
    private static final class Level {
        private final Optional<ContextEntry> directory;
        private final IgnoreVerdict verdict;
        private final Listing children;
        private boolean told;

        Level(Optional<ContextEntry> directory, IgnoreVerdict verdict, Listing children) {
            this.directory = directory;
            this.verdict = verdict;
            this.children = children;
            this.told = directory.isEmpty() || !verdict.excluded();
        }
    }

    ContextWalk(Path root, DockerIgnore rules) throws IOException {
        this.rules = rules;
        this.unix = FileFacts.areOfUnix(root.getFileSystem());
        levels.push(new Level(Optional.empty(), IgnoreVerdict.OF_THE_ROOT, Listing.of(root, "")));
    }

    Optional<ContextEntry> next() throws IOException {
        while (ready.isEmpty() && !levels.isEmpty()) {
            Level level = levels.element();
            if (level.children.hasNext()) {
                visit(level, level.children.next());
            } else {
                levels.pop();
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    private void visit(Level level, Listing.Child child) throws IOException {
        IgnoreVerdict verdict = rules.verdictOn(child.name(), level.verdict);
        boolean excluded = verdict.excluded();
        if (excluded && !rules.mayKeepBelow(child.name())) {
            return;
        }
        ContextEntry entry = new ContextEntry(child.path(), child.name(), FileFacts.of(child.path(), unix));
        if (!excluded) {
            tellDirectoriesAbove();
            ready.add(entry);
        }
        if (entry.facts().kind() == FileFacts.Kind.DIRECTORY) {
            levels.push(new Level(Optional.of(entry), verdict, Listing.of(entry.path(), entry.name() + "/")));
        }
    }

    private void tellDirectoriesAbove() {
        for (Iterator<Level> downwards = levels.descendingIterator(); downwards.hasNext(); ) {
            Level level = downwards.next();
            if (!level.told) {
                level.told = true;
                level.directory.ifPresent(ready::add);
            }
        }
    }
}
