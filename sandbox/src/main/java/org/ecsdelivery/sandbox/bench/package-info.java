/** Benchmarks of the packaged plugin on the sandbox, each beside a peer in one run. */
@NullMarked
package org.ecsdelivery.sandbox.bench;

import org.jspecify.annotations.NullMarked;
