/** CloudWatch's alarms. */
@NullMarked
package org.ecsdelivery.sandbox.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
