/** The security groups and instances of EC2, as far as a pipeline is looked at. */
@NullMarked
package org.ecsdelivery.sandbox.aws.network;

import org.jspecify.annotations.NullMarked;
