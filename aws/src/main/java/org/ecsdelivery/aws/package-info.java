/** Adapters for the engine's ports over the AWS SDK for Java. No type of the SDK leaves this package. */
@NullMarked
package org.ecsdelivery.aws;

import org.jspecify.annotations.NullMarked;
