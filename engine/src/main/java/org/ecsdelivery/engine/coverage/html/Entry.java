package org.ecsdelivery.engine.coverage.html;

import java.util.function.Consumer;

/**
 * Something to lie in the archive.
 *
 * @param name where
 * @param content puts it together; two threads may do so at once, each for another entry
 */
record Entry(String name, Consumer<Markup> content) {}
