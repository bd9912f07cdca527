package org.ecsdelivery.engine.coverage.html;

import org.ecsdelivery.engine.coverage.FileCoverage;

/**
 * A file in the tree.
 *
 * @param name its last name
 * @param page where its page lies in the archive
 * @param directory what it lies in
 */
record Leaf(FileCoverage file, String name, String page, Directory directory) {}
