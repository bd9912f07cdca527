package jetbrains.buildServer.serverSide;

/** How far the server has come in its own life. */
public interface BuildServerState {
    boolean isStarted();
}
