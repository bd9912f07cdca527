package org.ecsdelivery.docker.buildkit;

import java.nio.file.Path;
import java.util.List;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageBuild;

/**
 * A docker command that reaches BuildKit.
 *
 * @param command the executable
 * @param way how it does so
 * @param version the version of what does it
 */
public record DockerCli(Path command, Way way, String version) {
    /** How an agent gets the plugin. */
    public static final String INSTALL =
            "Install the plugin buildx on the agent (package docker-buildx-plugin of Docker for Debian,"
                    + " Ubuntu, RHEL and Fedora, docker-buildx of Debian's and Ubuntu's own; Docker Desktop on Windows has it)";

    /** How a docker command reaches BuildKit. */
    public enum Way {
        /** Through its plugin. */
        BUILDX,
        /** Through a client of its own: 18.09 to 22. */
        BUILT_IN
    }

    /** Clients that are built in know nothing of images that are an index, and leave a cache in the image only. */
    void requireFor(ImageBuild build) {
        List<String> needs = StoreNeed.of(build.options());
        if (way == Way.BUILT_IN && !needs.isEmpty()) {
            throw new EngineException(
                    FailureKind.BUILDKIT_MISSING,
                    "The plugin buildx is needed for " + String.join(" and ", needs)
                            + ", and the docker command of the agent is " + this,
                    "",
                    INSTALL + ".");
        }
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
