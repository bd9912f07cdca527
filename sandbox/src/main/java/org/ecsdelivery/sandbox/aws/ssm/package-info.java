/** Parameters of AWS Systems Manager. */
@NullMarked
package org.ecsdelivery.sandbox.aws.ssm;

import org.jspecify.annotations.NullMarked;
