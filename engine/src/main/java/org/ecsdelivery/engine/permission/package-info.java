/** What the steps may do to AWS, as one table. */
@NullMarked
package org.ecsdelivery.engine.permission;

import org.jspecify.annotations.NullMarked;
