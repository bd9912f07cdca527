package jetbrains.buildServer.agent;

import jetbrains.buildServer.BuildProblemData;

/** The build log, with blocks, progress and build problems. */
public interface BuildProgressLogger extends SimpleBuildLogger, JUnitLogger {
    void activityStarted(String activityName, String activityType);

    void activityStarted(String activityName, String activityDescription, String activityType);

    void activityFinished(String activityName, String activityType);

    void targetStarted(String targetName);

    void targetFinished(String targetName);

    void buildFailureDescription(String message);

    void internalError(String type, String message, Throwable throwable);

    void progressStarted(String message);

    void progressFinished();

    void flush();

    void ignoreServiceMessages(Runnable runnable);

    FlowLogger getFlowLogger(String flowId);

    FlowLogger getThreadLogger();

    String getFlowId();

    void logBuildProblem(BuildProblemData buildProblem);
}
