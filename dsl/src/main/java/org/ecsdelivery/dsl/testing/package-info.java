/** What people assert of their settings in tests of their own; any test framework takes it. */
@NullMarked
package org.ecsdelivery.dsl.testing;

import org.jspecify.annotations.NullMarked;
