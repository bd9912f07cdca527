package jetbrains.buildServer;

/** TeamCity's own types of build problems. */
public interface BuildProblemTypes {
    String TC_EXIT_CODE_TYPE = "TC_EXIT_CODE";
    String TC_COMPILATION_ERROR_TYPE = "TC_COMPILATION_ERROR";
    String TC_FAILED_TESTS_TYPE = "TC_FAILED_TESTS";
    String TC_ERROR_MESSAGE_TYPE = "TC_ERROR_MESSAGE";
    String TC_EXECUTION_TIMEOUT_TYPE = "TC_EXECUTION_TIMEOUT";
    String TC_JVM_CRASH_TYPE = "TC_JVM_CRASH";
    String TC_OOME_TYPE = "TC_OOME";
    String TC_USER_PROVIDED_TYPE = "TC_USER_PROVIDED";
}
