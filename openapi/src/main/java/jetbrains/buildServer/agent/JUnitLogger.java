package jetbrains.buildServer.agent;

/** Logs tests; the plugin runs none, so its methods are not repeated here. */
public interface JUnitLogger {}
