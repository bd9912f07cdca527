package org.ecsdelivery.agent.envfile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The env files that the builds under way have, for the steps that use them. */
public final class BuildEnvFiles {
    private final Map<Long, List<EnvFile>> files = new ConcurrentHashMap<>();

    /** Makes it, of no build yet. */
    public BuildEnvFiles() {}

    /** Notes a file that was written. */
    public void add(long build, EnvFile file) {
        files.merge(build, List.of(file), (before, more) -> {
            List<EnvFile> all = new ArrayList<>(before);
            all.addAll(more);
            return List.copyOf(all);
        });
    }

    /** Returns the files of a build that are there now: one that is written before a later step is not. */
    public List<EnvFile> of(long build) {
        return files.getOrDefault(build, List.of());
    }

    /**
     * Finds a file.
     *
     * @param path as the settings of the feature name it; {@code ./.env} is {@code .env}
     */
    public Optional<EnvFile> find(long build, String path) {
        String wanted = plain(path);
        return of(build).stream()
                .filter(each -> plain(each.settings().target().path()).equals(wanted))
                .findFirst();
    }

    private static String plain(String path) {
        try {
            return Path.of(path).normalize().toString();
        } catch (InvalidPathException asItIs) {
            return path;
        }
    }

    /** Forgets the files of a build that ended. */
    public void forget(long build) {
        files.remove(build);
    }
}
