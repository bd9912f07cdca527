/** Waits for ECR's scan of an image, and judges what it found. */
@NullMarked
package org.ecsdelivery.engine.scan;

import org.jspecify.annotations.NullMarked;
