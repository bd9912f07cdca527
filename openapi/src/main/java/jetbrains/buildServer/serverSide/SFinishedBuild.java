package jetbrains.buildServer.serverSide;

/** A build that is over. */
public interface SFinishedBuild extends SBuild {}
