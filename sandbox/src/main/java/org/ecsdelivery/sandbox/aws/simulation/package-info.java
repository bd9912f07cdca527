/** The lazily advanced discrete-event world and its timeline. */
@NullMarked
package org.ecsdelivery.sandbox.aws.simulation;

import org.jspecify.annotations.NullMarked;
