/** Amazon CloudWatch Logs, in memory. */
@NullMarked
package org.ecsdelivery.sandbox.aws.logs;

import org.jspecify.annotations.NullMarked;
