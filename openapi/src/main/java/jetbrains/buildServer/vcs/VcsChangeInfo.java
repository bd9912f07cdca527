package jetbrains.buildServer.vcs;

/** One changed file of a build; the plugin only counts them. */
public interface VcsChangeInfo {}
