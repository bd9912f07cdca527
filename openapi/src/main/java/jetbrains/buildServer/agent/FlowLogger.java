package jetbrains.buildServer.agent;

/** The build log of one of several parallel flows. */
public interface FlowLogger extends BuildProgressLogger {
    void startFlow();

    void disposeFlow();
}
