/** Clocks of the sandbox: virtual for tests, scaled for live runs. */
@NullMarked
package org.ecsdelivery.sandbox.time;

import org.jspecify.annotations.NullMarked;
