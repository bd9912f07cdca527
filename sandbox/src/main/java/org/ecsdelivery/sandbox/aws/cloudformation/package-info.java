/** AWS CloudFormation: stacks, change sets and drift, over the other services of the stand-in. */
@NullMarked
package org.ecsdelivery.sandbox.aws.cloudformation;

import org.jspecify.annotations.NullMarked;
