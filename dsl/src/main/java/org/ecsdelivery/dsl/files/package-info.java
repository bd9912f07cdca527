/** The settings directory on disk. */
@NullMarked
package org.ecsdelivery.dsl.files;

import org.jspecify.annotations.NullMarked;
