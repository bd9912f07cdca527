/** Application Auto Scaling. */
@NullMarked
package org.ecsdelivery.sandbox.aws.scaling;

import org.jspecify.annotations.NullMarked;
