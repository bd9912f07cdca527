package jetbrains.buildServer.serverSide;

import jetbrains.buildServer.util.OptionSupport;

/** The options of a build configuration or a template. */
public interface BuildTypeOptions extends OptionSupport {}
