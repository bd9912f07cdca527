package org.ecsdelivery.engine.failure;

import org.ecsdelivery.engine.permission.Permission;
import org.jspecify.annotations.Nullable;

/** A permission is missing. */
public final class AccessDenied extends EngineException {
    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * Makes a failure that names the permission.
     *
     * @param action the IAM action, such as {@code ecs:UpdateService}
     * @param resource what it was to act on, an ARN where AWS tells it
     * @param reported AWS's own words
     */
    public AccessDenied(String action, String resource, String reported, @Nullable Throwable cause) {
        super(
                FailureKind.ACCESS_DENIED,
                "The build may not " + action + " on " + resource,
                reported,
                remedy(action, resource, reported),
                cause);
        this.action = action;
    }

    private static String remedy(String action, String resource, String reported) {
        return reported.contains("explicit deny")
                ? "Have the explicit deny lifted for " + action + " on " + resource + ": no Allow overrides it."
                : "Allow " + action + " on " + resource + " to the identity the build uses: "
                        + Permission.statement(action, resource);
    }

    /** Returns the IAM action that is missing. */
    public String action() {
        return action;
    }
}
