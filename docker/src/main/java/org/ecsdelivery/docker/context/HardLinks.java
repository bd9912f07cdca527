package org.ecsdelivery.docker.context;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.docker.context.FileFacts.Inode;

/** Files that have several names: their content travels once, as with {@code docker build}. */
final class HardLinks {
    private final Map<Inode, String> names = new HashMap<>();

    /** Returns the name under which the same file is in the stream already; otherwise remembers this one. */
    Optional<String> earlierNameOf(ContextEntry entry) {
        return entry.facts().shared().map(inode -> names.putIfAbsent(inode, entry.name()));
    }
}
