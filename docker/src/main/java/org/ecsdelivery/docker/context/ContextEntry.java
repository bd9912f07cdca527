package org.ecsdelivery.docker.context;

import java.nio.file.Path;

/**
 * A file, directory or link of the context.
 *
 * @param path where it is
 * @param name its name in the context, with slashes
 */
record ContextEntry(Path path, String name) {}
