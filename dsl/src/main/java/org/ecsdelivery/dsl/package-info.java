/** TeamCity settings in plain Java. */
@NullMarked
package org.ecsdelivery.dsl;

import org.jspecify.annotations.NullMarked;
