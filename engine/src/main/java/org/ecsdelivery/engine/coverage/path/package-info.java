/** Finds the files of the checkout that the paths of a report mean, wherever the tests ran. */
@NullMarked
package org.ecsdelivery.engine.coverage.path;

import org.jspecify.annotations.NullMarked;
