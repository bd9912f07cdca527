/** AWS STS: who calls, and temporary credentials. */
@NullMarked
package org.ecsdelivery.sandbox.aws.sts;

import org.jspecify.annotations.NullMarked;
