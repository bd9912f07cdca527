package jetbrains.buildServer.messages.serviceMessages;

/** Names of service messages. */
public interface ServiceMessageTypes {
    String MESSAGE = "message";
    String BLOCK_OPENED = "blockOpened";
    String BLOCK_CLOSED = "blockClosed";
    String PROGRESS_MESSAGE = "progressMessage";
    String PROGRESS_START = "progressStart";
    String PROGRESS_FINISH = "progressFinish";
    String PUBLISH_ARTIFACTS = "publishArtifacts";
    String BUILD_STATUS = "buildStatus";
    String BUILD_NUMBER = "buildNumber";
    String BUILD_PORBLEM = "buildProblem";
    String BUILD_SET_PARAMETER = "setParameter";
    String BUILD_STATISTIC_VALUE = "buildStatisticValue";
}
