/** TeamCity settings in plain Java: so far the steps of a build configuration. */
@NullMarked
package org.ecsdelivery.dsl;

import org.jspecify.annotations.NullMarked;
