package org.ecsdelivery.docker.context;

import java.nio.file.Path;

/**
 * A file, directory or link of the context.
 *
 * @param path where it is
 * @param name its name in the context, with slashes
 * @param facts what it is
 */
record ContextEntry(Path path, String name, FileFacts facts) {}
