package org.ecsdelivery.docker.buildkit;

import java.util.Map;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.BuildOptionParameters;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageBuild;

/**
 * The SSH agent of the build, as its environment names it.
 *
 * @param socket its socket; empty when there is none
 */
record SshAgent(String socket) {
    private static final String VARIABLE = "SSH_AUTH_SOCK";

    static SshAgent of(Map<String, String> environment) {
        return new SshAgent(environment.getOrDefault(VARIABLE, ""));
    }

    /** The docker command gets the variable only when a build is to use it. */
    void passOn(ImageBuild build, Map<String, String> environment) {
        if (isWanted(build)) {
            environment.put(VARIABLE, socket);
        }
    }

    void requireFor(ImageBuild build) {
        if (isWanted(build) && socket.isBlank()) {
            Parameter parameter = BuildOptionParameters.SSH;
            throw new EngineException(
                    FailureKind.INVALID_PARAMETERS,
                    parameter.label() + " (" + parameter.name()
                            + ") names an id without a path, and the build has no SSH agent (" + VARIABLE
                            + " is not set)",
                    "",
                    "Add the build feature SSH Agent to the build configuration, or enter id=path.");
        }
    }

    private static boolean isWanted(ImageBuild build) {
        return build.options().ssh().containsValue("");
    }
}
