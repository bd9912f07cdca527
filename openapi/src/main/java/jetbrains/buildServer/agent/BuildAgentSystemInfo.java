package jetbrains.buildServer.agent;

/** The operating system an agent runs on. */
public interface BuildAgentSystemInfo {
    boolean isWindows();

    boolean isUnix();

    boolean isMac();
}
