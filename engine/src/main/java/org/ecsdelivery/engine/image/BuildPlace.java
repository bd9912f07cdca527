package org.ecsdelivery.engine.image;

import java.nio.file.Path;

/**
 * Where a build's files are.
 *
 * @param checkout the directory that holds the sources; nothing outside of it goes into an image
 * @param workingDirectory the directory that the step's paths start from
 */
public record BuildPlace(Path checkout, Path workingDirectory) {}
