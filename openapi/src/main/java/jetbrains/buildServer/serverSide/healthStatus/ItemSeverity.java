package jetbrains.buildServer.serverSide.healthStatus;

/** How much an item of the health report matters. */
public enum ItemSeverity {
    INFO,
    WARN,
    ERROR
}
