/** Env files on an agent: where they may lie, how they get there and how they go again, and what must not leak from them. */
@NullMarked
package org.ecsdelivery.agent.envfile;

import org.jspecify.annotations.NullMarked;
