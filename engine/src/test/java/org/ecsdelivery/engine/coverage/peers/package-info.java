/** What independent tools are asked, and the passes that ours are measured beside: for {@code .ci/coverage-peers} and {@code bench/coverage}. */
@NullMarked
package org.ecsdelivery.engine.coverage.peers;

import org.jspecify.annotations.NullMarked;
