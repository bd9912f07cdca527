package org.ecsdelivery.docker.buildkit;

import java.nio.file.Path;
import java.util.List;

/**
 * A docker command that reaches BuildKit.
 *
 * @param command the executable
 * @param way how it does so
 * @param version the version of what does it
 */
public record DockerCli(Path command, Way way, String version) {
    /** How a docker command reaches BuildKit. */
    public enum Way {
        /** Through its plugin. */
        BUILDX,
        /** Through a client of its own: 18.09 to 22. */
        BUILT_IN
    }

    /** Returns what a build's command line begins with. */
    List<String> build() {
        return way == Way.BUILDX
                ? List.of(command.toString(), "buildx", "build", "--load")
                : List.of(command.toString(), "build");
    }

    @Override
    public String toString() {
        return way == Way.BUILDX
                ? "the plugin buildx " + version + " of " + command
                : "the BuildKit client in " + command + " " + version;
    }
}
