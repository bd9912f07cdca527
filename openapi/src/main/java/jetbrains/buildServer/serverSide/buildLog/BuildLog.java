package jetbrains.buildServer.serverSide.buildLog;

/** The log of a build. */
public interface BuildLog extends BuildLogWriter {}
