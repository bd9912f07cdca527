package jetbrains.buildServer.agent;

/** Prefixes that say what kind of parameter a name means. */
public interface Constants {
    String SYSTEM_PREFIX = "system.";
    String ENV_PREFIX = "env.";
    String SECURE_PROPERTY_PREFIX = "secure:";
    String AUTO_GENERATED_STATUS_PATTERN = "{build.status.text}";
}
