package jetbrains.buildServer.serverSide.artifacts;

/** Which artifacts are seen: those below {@code .teamcity} are hidden. */
public enum BuildArtifactsViewMode {
    VIEW_DEFAULT,
    VIEW_DEFAULT_WITH_ARCHIVES_CONTENT,
    VIEW_HIDDEN_ONLY,
    VIEW_ALL,
    VIEW_ALL_WITH_ARCHIVES_CONTENT
}
