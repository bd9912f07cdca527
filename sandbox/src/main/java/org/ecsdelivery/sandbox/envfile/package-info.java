/** The command that shows which env file a build would write. */
@NullMarked
package org.ecsdelivery.sandbox.envfile;

import org.jspecify.annotations.NullMarked;
