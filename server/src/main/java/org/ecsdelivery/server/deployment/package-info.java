/** What the server shows of deployments, and what it does for those whose agent has gone. */
@NullMarked
package org.ecsdelivery.server.deployment;

import org.jspecify.annotations.NullMarked;
