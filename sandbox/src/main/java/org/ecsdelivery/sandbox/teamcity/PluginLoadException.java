package org.ecsdelivery.sandbox.teamcity;

/** Says why TeamCity would not load a plugin zip, or would load it without its classes. */
public final class PluginLoadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PluginLoadException(String message) {
        super(message);
    }

    PluginLoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
