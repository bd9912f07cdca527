/** What TeamCity would refuse, or take otherwise than meant: found before anything is committed, all of it at once. */
@NullMarked
package org.ecsdelivery.dsl.check;

import org.jspecify.annotations.NullMarked;
