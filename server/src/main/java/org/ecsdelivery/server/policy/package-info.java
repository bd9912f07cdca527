/** The policies of projects, as the server holds builds to them. */
@NullMarked
package org.ecsdelivery.server.policy;

import org.jspecify.annotations.NullMarked;
