/** Where the reports of a build are. */
@NullMarked
package org.ecsdelivery.engine.coverage.search;

import org.jspecify.annotations.NullMarked;
