/** What a plugin owes to a server of several nodes. */
@NullMarked
package org.ecsdelivery.server.node;

import org.jspecify.annotations.NullMarked;
