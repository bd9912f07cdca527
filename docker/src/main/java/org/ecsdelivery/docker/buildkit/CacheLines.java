package org.ecsdelivery.docker.buildkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.image.built.CacheNote;
import org.ecsdelivery.engine.image.built.CacheNote.Kind;

/** What BuildKit prints about caches in registries: it goes on without one that it cannot reach, and says so among its steps only. */
final class CacheLines {
    private static final Pattern READING = Pattern.compile("^#(\\d+) importing cache manifest from (.+)$");
    private static final Pattern WRITING = Pattern.compile("^#(\\d+) exporting cache(?: to registry)?$");
    private static final Pattern FAILED = Pattern.compile("^#(\\d+) ERROR: (.*)$");
    private static final Pattern MISSING = Pattern.compile(".*: not found");

    private final String written;
    private final Map<String, String> read = new HashMap<>();
    private final List<String> writing = new ArrayList<>();
    private final List<CacheNote> notes = new ArrayList<>();

    CacheLines(BuildCache cache) {
        this.written = cache.written().map(ImageReference::toString).orElse("");
    }

    /** Tells whether a line is about a cache that failed. */
    boolean hear(String line) {
        Matcher reading = READING.matcher(line);
        if (reading.matches()) {
            read.put(reading.group(1), reading.group(2));
        }
        Matcher begun = WRITING.matcher(line);
        if (begun.matches()) {
            writing.add(begun.group(1));
        }
        Matcher failed = FAILED.matcher(line);
        Optional<CacheNote> note = failed.matches() ? note(failed.group(1), failed.group(2)) : Optional.empty();
        note.ifPresent(notes::add);
        return note.isPresent();
    }

    private Optional<CacheNote> note(String step, String reported) {
        if (read.containsKey(step)) {
            Kind kind = MISSING.matcher(reported).matches() ? Kind.MISSING : Kind.UNREAD;
            return Optional.of(new CacheNote(kind, read.get(step), reported));
        }
        return writing.contains(step) && !written.isEmpty()
                ? Optional.of(new CacheNote(Kind.UNWRITTEN, written, reported))
                : Optional.empty();
    }

    List<CacheNote> notes() {
        return notes;
    }
}
