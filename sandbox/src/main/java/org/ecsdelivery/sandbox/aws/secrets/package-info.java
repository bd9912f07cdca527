/** AWS Secrets Manager. */
@NullMarked
package org.ecsdelivery.sandbox.aws.secrets;

import org.jspecify.annotations.NullMarked;
