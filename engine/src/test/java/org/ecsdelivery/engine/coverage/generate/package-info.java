/** Coverage reports of any size with known totals, the same for the same seed: for tests and benchmarks. */
@NullMarked
package org.ecsdelivery.engine.coverage.generate;

import org.jspecify.annotations.NullMarked;
