/** A machine-local stand-in for AWS that speaks the real wire protocols on loopback. */
@NullMarked
package org.ecsdelivery.sandbox.aws;

import org.jspecify.annotations.NullMarked;
