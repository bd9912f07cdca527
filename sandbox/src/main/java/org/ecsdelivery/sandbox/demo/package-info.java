/** The demonstration: a sample application's build configuration, from the packaged plugin to a drained deployment. */
@NullMarked
package org.ecsdelivery.sandbox.demo;

import org.jspecify.annotations.NullMarked;
