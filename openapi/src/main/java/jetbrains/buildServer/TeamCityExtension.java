package jetbrains.buildServer;

/** Marks what a plugin adds to TeamCity: a Spring bean of such a type is found by TeamCity without being registered. */
public interface TeamCityExtension {}
