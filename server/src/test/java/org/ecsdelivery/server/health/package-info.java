/** Tests of what the health report says. */
@NullMarked
package org.ecsdelivery.server.health;

import org.jspecify.annotations.NullMarked;
