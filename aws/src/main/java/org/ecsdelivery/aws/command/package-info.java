/** Commands for people and pipelines without TeamCity. */
@NullMarked
package org.ecsdelivery.aws.command;

import org.jspecify.annotations.NullMarked;
