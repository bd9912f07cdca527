/** What can go wrong, said so that a user can act. */
@NullMarked
package org.ecsdelivery.engine.failure;

import org.jspecify.annotations.NullMarked;
